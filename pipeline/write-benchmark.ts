/** The workbook, the site and the dataset that analysts hand on. Written from the published warehouse, when that has changed since. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CHECKSUMS } from '../reports/dataset/names.ts';
import type { DatasetPieces } from '../reports/dataset/write-dataset.ts';
import type { SitePieces } from '../reports/site/write-site.ts';
import { writeWhole, writeWholeWith } from '../sources/whole-file.ts';
import { readState, writeState } from '../warehouse/state.ts';
import { explainError } from './explain-error.ts';
import type { Say } from './language.ts';
import type { Failure, Night } from './night.ts';
import type { DataPaths } from './options.ts';
import { isEnvironmental } from './systemic-failure.ts';

/** When what they show last changed, and by which reports it was written. Both travel with the warehouse. */
const CHANGED_AT = 'content_changed_at';
const WRITTEN_BY = 'workbook_written_by';

/** What the outputs need to know of a night. */
export type Published = Pick<Night, 'options' | 'run' | 'rules' | 'contentChangedAt'>;

/** What decides what the outputs say of one content: the words of a view or of a concept are part of it. */
function programOf({ reports, warehouse }: Night['rules']): string {
  return `${reports} ${warehouse}`;
}

export function noteChange(
  night: Pick<Night, 'warehouse' | 'rules' | 'startedAt' | 'contentChangedAt'>,
  changed: boolean,
): void {
  const { warehouse, rules, startedAt } = night;
  if (changed || readState(warehouse, WRITTEN_BY) !== programOf(rules)) {
    writeState(warehouse, CHANGED_AT, startedAt);
    writeState(warehouse, WRITTEN_BY, programOf(rules));
  }
  night.contentChangedAt = readState(warehouse, CHANGED_AT) ?? startedAt;
}

interface Output {
  name: string;
  /** The file that is written last. */
  path: string;
  zh: string;
  en: string;
  /** `earlier`: what this resolved to when the same program wrote it last; null where that is not known. */
  write(earlier: unknown): Promise<unknown>;
}

/** Of the last writing of each output: from which content, and each of its pieces from which state of the piece. */
interface Written {
  program: string;
  content: Record<string, string>;
  pieces: Record<string, unknown>;
}

/**
 * Times of files would do, did clocks never go back: each output is remembered with the content it was written from.
 * One that cannot be written costs itself alone: it stays as it was, is tried again the next night, and is returned.
 */
export async function writeBenchmark(night: Published): Promise<Failure[]> {
  const { data } = night.options;
  const failures: Failure[] = [];
  const written = loadWritten(data.written, programOf(night.rules));
  const remember = () => writeWhole(data.written, `${JSON.stringify(written)}\n`);
  for (const { name, path, zh, en, write } of outputsOf(data)) {
    if (written.content[name] === night.contentChangedAt && existsSync(path)) continue;
    night.run.progress.stage(night.run.say(zh, en), null);
    const earlier = written.pieces[name] ?? null;
    try {
      // Of an output half written nothing is known.
      delete written.pieces[name];
      if (earlier !== null) remember();
      written.pieces[name] = await write(earlier);
      written.content[name] = night.contentChangedAt;
      remember();
    } catch (error) {
      failures.push(outputFailure(name, error, night.run.say));
      // On a full disk the next one is not tried.
      if (isEnvironmental(error)) break;
    }
  }
  return failures;
}

/** What could not be written beside the warehouse, in a sentence. */
export function outputFailure(what: string, error: unknown, say: Say): Failure {
  const isPlain = error instanceof Error && !('code' in error);
  return {
    stage: 'output',
    what,
    message: isPlain ? error.message : explainError(error, say).sentence,
    detail: error instanceof Error ? (error.stack ?? null) : null,
  };
}

function outputsOf({ warehouse, workbook, site, dataset, datasette }: DataPaths): Output[] {
  return [
    {
      ...{ name: 'workbook', path: workbook, zh: '写工作簿', en: 'Writing the workbook' },
      write: () => writeBenchmarkWorkbook(warehouse, workbook),
    },
    {
      ...{ name: 'site', path: join(site, 'index.html'), zh: '写网页', en: 'Writing the site' },
      async write(earlier) {
        const { writeSite } = await import('../reports/site/write-site.ts');
        return writeSite(warehouse, site, { earlier: (earlier ?? {}) as SitePieces });
      },
    },
    {
      ...{ name: 'dataset', path: join(dataset, CHECKSUMS), zh: '写数据集', en: 'Writing the dataset' },
      async write(earlier) {
        const { writeDataset } = await import('../reports/dataset/write-dataset.ts');
        const { pieces } = await writeDataset(warehouse, dataset, earlier as DatasetPieces | null);
        const { printDatasetteMetadata } = await import('../reports/dataset/datasette.ts');
        writeWhole(datasette, printDatasetteMetadata());
        return pieces;
      },
    },
  ];
}

/** What another program wrote says nothing of what this one would write. */
function loadWritten(path: string, program: string): Written {
  const nothing: Written = { program, content: {}, pieces: {} };
  try {
    const written = JSON.parse(readFileSync(path, 'utf8')) as Partial<Written>;
    return written.program === program ? { ...nothing, ...written } : nothing;
  } catch {
    return nothing;
  }
}

async function writeBenchmarkWorkbook(warehouse: string, workbook: string): Promise<void> {
  mkdirSync(dirname(workbook), { recursive: true });
  const { writeWorkbook } = await import('../reports/workbook/write-workbook.ts');
  await writeWholeWith(workbook, (draft) => writeWorkbook(warehouse, draft));
}
