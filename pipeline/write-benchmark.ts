/** The workbook, the site and the dataset that analysts hand on. Written from the published warehouse, when that has changed since. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CHECKSUMS } from '../reports/dataset/names.ts';
import { writeWhole, writeWholeWith } from '../sources/whole-file.ts';
import { readState, writeState } from '../warehouse/state.ts';
import type { Failure, Night } from './night.ts';
import type { DataPaths } from './options.ts';
import { isEnvironmental } from './systemic-failure.ts';

/** When what they show last changed, and by which reports it was written. Both travel with the warehouse. */
const CHANGED_AT = 'content_changed_at';
const WRITTEN_BY = 'workbook_written_by';

/** What the outputs need to know of a night. */
export type Published = Pick<Night, 'options' | 'run' | 'contentChangedAt'>;

export function noteChange(
  night: Pick<Night, 'warehouse' | 'rules' | 'startedAt' | 'contentChangedAt'>,
  changed: boolean,
): void {
  const { warehouse, rules, startedAt } = night;
  if (changed || readState(warehouse, WRITTEN_BY) !== rules.reports) {
    writeState(warehouse, CHANGED_AT, startedAt);
    writeState(warehouse, WRITTEN_BY, rules.reports);
  }
  night.contentChangedAt = readState(warehouse, CHANGED_AT) ?? startedAt;
}

interface Output {
  name: string;
  /** The file that is written last. */
  path: string;
  zh: string;
  en: string;
  write(): Promise<void>;
}

/**
 * Times of files would do, did clocks never go back: each output is remembered with the content it was written from.
 * One that cannot be written costs itself alone: it stays as it was, is tried again the next night, and is returned.
 */
export async function writeBenchmark(night: Published): Promise<Failure[]> {
  const { data } = night.options;
  const failures: Failure[] = [];
  const written = loadWritten(data.written);
  for (const { name, path, zh, en, write } of outputsOf(data)) {
    if (written[name] === night.contentChangedAt && existsSync(path)) continue;
    night.run.progress.stage(night.run.say(zh, en), null);
    try {
      await write();
    } catch (error) {
      if (isEnvironmental(error)) throw error;
      failures.push(failureOf(name, error));
      continue;
    }
    written[name] = night.contentChangedAt;
    writeWhole(data.written, `${JSON.stringify(written)}\n`);
  }
  return failures;
}

function failureOf(what: string, error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  return { stage: 'output', what, message, detail: error instanceof Error ? (error.stack ?? null) : null };
}

function outputsOf({ warehouse, workbook, site, dataset, datasette }: DataPaths): Output[] {
  return [
    {
      ...{ name: 'workbook', path: workbook, zh: '写工作簿', en: 'Writing the workbook' },
      write: () => writeBenchmarkWorkbook(warehouse, workbook),
    },
    {
      ...{ name: 'site', path: join(site, 'index.html'), zh: '写网页', en: 'Writing the site' },
      write: async () => (await import('../reports/site/write-site.ts')).writeSite(warehouse, site),
    },
    {
      ...{ name: 'dataset', path: join(dataset, CHECKSUMS), zh: '写数据集', en: 'Writing the dataset' },
      async write() {
        await (await import('../reports/dataset/write-dataset.ts')).writeDataset(warehouse, dataset);
        const { printDatasetteMetadata } = await import('../reports/dataset/datasette.ts');
        writeWhole(datasette, printDatasetteMetadata());
      },
    },
  ];
}

function loadWritten(path: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
}

async function writeBenchmarkWorkbook(warehouse: string, workbook: string): Promise<void> {
  mkdirSync(dirname(workbook), { recursive: true });
  const { writeWorkbook } = await import('../reports/workbook/write-workbook.ts');
  await writeWholeWith(workbook, (draft) => writeWorkbook(warehouse, draft));
}
