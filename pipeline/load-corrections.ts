/** Every correction that applies tonight: those an analyst wrote down, and those that answers of a review amount to. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Correction, CorrectionVocabulary } from '../sources/corrections.ts';
import { EXIT, Trouble } from './exit-status.ts';

export interface LoadedCorrections {
  corrections: readonly Correction[];
  /** Chinese sentences. */
  errors: readonly string[];
}

export const NO_CORRECTIONS: LoadedCorrections = { corrections: [], errors: [] };

/** Of several files that correct one figure the first stands, and the others are told. */
export async function loadCorrections(
  files: readonly string[],
  answered: readonly Correction[],
): Promise<LoadedCorrections> {
  if (files.length + answered.length === 0) return NO_CORRECTIONS;
  const [{ parseCorrections, withoutRepeats }, vocabulary] = await Promise.all([
    import('../sources/corrections.ts'),
    correctionVocabulary(),
  ]);
  const parsed = files.map((path) => parseCorrections(contentOf(path), vocabulary, basename(path)));
  const errors = parsed.flatMap((each) => each.errors);
  const corrections = withoutRepeats([...parsed.flatMap((each) => each.corrections), ...answered], errors);
  return { corrections, errors };
}

function contentOf(path: string): Uint8Array {
  if (existsSync(path)) return readFileSync(path);
  throw new Trouble(
    `更正文件不存在：${path}。请检查 --corrections 后面的路径`,
    `There is no file of corrections ${path}; check the path after --corrections`,
    EXIT.usage,
  );
}

export async function correctionVocabulary(): Promise<CorrectionVocabulary> {
  const [{ CONCEPTS, conceptByLabel, conceptById, isConceptId }, { PHASES, FUNDS }, { MINOR_PER_UNIT }] =
    await Promise.all([
      import('../transforms/vocabulary/concept.ts'),
      import('../transforms/extract/fact.ts'),
      import('../transforms/parse/quantity.ts'),
    ]);
  const money = (minor: number) => ({ unit: 'CNY', minor });
  const counted = Object.entries(MINOR_PER_UNIT).map(([unit, minor]) => [unit, { unit, minor }] as const);
  return {
    phases: PHASES,
    funds: FUNDS,
    units: {
      ...Object.fromEntries(counted),
      ...{ 元: money(100), 千元: money(100_000), 万元: money(1_000_000), 亿元: money(10_000_000_000) },
      人: { unit: 'persons', minor: MINOR_PER_UNIT.persons },
      '%': { unit: 'percent', minor: MINOR_PER_UNIT.percent },
      分: { unit: 'points', minor: MINOR_PER_UNIT.points },
    },
    conceptOf(text) {
      if (isConceptId(text)) return conceptById(text);
      const named = CONCEPTS.find(({ zh }) => zh === text)?.id ?? conceptByLabel(text);
      return named === undefined || named === null ? null : conceptById(named);
    },
  };
}
