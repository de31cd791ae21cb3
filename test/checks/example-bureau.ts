/** Invented figures of an invented bureau, written as a report prints them. */
import type { Claim, FactKey } from '../../transforms/extract/fact.ts';
import type { RemarkKind, RemarkOfBureau } from '../../transforms/extract/remark.ts';
import type { ScoreItemOfBureau } from '../../transforms/extract/score-item.ts';
import { digest, factIdOf, type OwnedClaim, type Witness } from '../../transforms/extract/witness.ts';
import { MINOR_PER_UNIT, type Quantity, type Unit } from '../../transforms/parse/quantity.ts';
import { type ConceptId, conceptById } from '../../transforms/vocabulary/concept.ts';

const SCALE: Readonly<Record<string, number>> = { 元: 1, 万元: 1e4, 人: 1, 辆: 1, '%': 1, 分: 1 };
const UNIT_OF: Readonly<Record<Unit, string>> = {
  CNY: '万元',
  persons: '人',
  count: '辆',
  percent: '%',
  points: '分',
};

export function quantity(unit: Unit, printed: string, printedUnit: string = UNIT_OF[unit]): Quantity {
  const digits = printed.replace(/[\s,]/g, '');
  const scale = (SCALE[printedUnit] ?? 1) * MINOR_PER_UNIT[unit];
  const decimals = digits.split('.')[1]?.length ?? 0;
  return {
    unit,
    valueMinor: Math.round(Number(digits) * scale),
    ulpMinor: Math.max(1, Math.round(scale / 10 ** decimals)),
    printed,
    printedUnit,
  };
}

export function key(concept: ConceptId, fields: Partial<FactKey> = {}): FactKey {
  return {
    fiscalYear: 2024,
    concept,
    phase: 'actual',
    fund: 'all',
    functionCode: null,
    economicCode: null,
    project: null,
    ...fields,
  };
}

const OWNER = {
  documentId: 'd-report',
  sourceFile: 'report.txt',
  bureauId: 'b-example',
  bureauName: '示例县医疗保障局',
  regionCode: '999999',
  scope: 'department',
  disclosureKind: 'final_accounts',
  reportYear: 2024,
} as const;

export type Fields = Partial<Witness> & { in?: string };

let lines = 0;

/** `figure('three_public', '3.21')` is 3.21 万元 in the report of 2024, each figure on a line of its own. */
export function figure(
  concept: ConceptId,
  printed: string,
  { in: printedUnit, ...fields }: Fields = {},
): Witness {
  lines += 1;
  const witness: Witness = {
    ...OWNER,
    ...key(concept),
    ...quantity(conceptById(concept).unit, printed, printedUnit),
    basis: 'stated',
    medium: 'table',
    location: { line: lines },
    quote: `${concept} ‖ ${printed}`,
    rule: 'example/table',
    factId: '',
    ...fields,
  };
  return { ...witness, factId: fields.factId ?? factIdOf(witness.documentId, witness, 0) };
}

/** The same edition under another document id. */
export function editionOf(witness: Witness, documentId: string): Witness {
  const copy = { ...witness, documentId, sourceFile: `${documentId}.txt` };
  return { ...copy, factId: factIdOf(documentId, copy, 0) };
}

export function claim(
  kind: Claim['kind'],
  subject: FactKey,
  base: FactKey,
  stated: Quantity | null,
  fields: Partial<OwnedClaim> = {},
): OwnedClaim {
  lines += 1;
  return {
    ...OWNER,
    kind,
    subject,
    base,
    quantity: stated,
    direction: null,
    location: { line: lines },
    quote: `${kind} ${stated?.printed ?? ''}`,
    rule: 'example/sentence',
    claimId: digest(kind, lines),
    ...fields,
  };
}

export function scoreItem(
  role: ScoreItemOfBureau['role'],
  fullMarks: string,
  awarded: string,
  fields: Partial<ScoreItemOfBureau> = {},
): ScoreItemOfBureau {
  lines += 1;
  return {
    ...OWNER,
    fiscalYear: 2024,
    project: '示例项目',
    form: '表1',
    item: `指标${lines}`,
    role,
    fullMarks: quantity('points', fullMarks),
    awarded: quantity('points', awarded),
    executionRatePrinted: null,
    medium: 'table',
    location: { line: lines },
    quote: awarded,
    ...fields,
  };
}

export function remark(kind: RemarkKind, fields: Partial<RemarkOfBureau> = {}): RemarkOfBureau {
  lines += 1;
  return {
    ...OWNER,
    kind,
    fiscalYear: 2024,
    table: null,
    count: null,
    quantity: null,
    medium: 'prose',
    location: { line: lines },
    quote: kind,
    ...fields,
  };
}
