/** `duibiao archive verify`: whether every original is still there, byte for byte. */
import { existsSync } from 'node:fs';
import { type ArchiveReport, type Expected, verifyArchive } from '../../sources/verify-archive.ts';
import { WarehouseError } from '../../warehouse/warehouse-error.ts';
import type { Console } from '../console.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { loadSettings } from '../load-settings.ts';
import { type DataPaths, DEFAULT_DATA, dataPaths } from '../options.ts';
import { withPublished } from '../published.ts';
import { type RowFormat, renderRows } from '../render-rows.ts';

export interface VerifyOptions {
  data?: string;
  config?: string;
  format: RowFormat;
}

export async function verifyArchiveCommand(options: VerifyOptions, console: Console): Promise<ExitStatus> {
  const settings = await loadSettings(options.config);
  const paths = dataPaths(options.data ?? settings?.data ?? DEFAULT_DATA);
  const expected = await documentsIn(paths);
  const report = verifyArchive(paths.archive, expected ?? []);
  if (expected === null)
    console.err(
      console.say(
        '数据仓库已损坏：只核对了归档本身，缺少哪些文件无从得知。恢复：duibiao rebuild\n',
        'The warehouse is damaged: only the archive itself was checked, not what is missing from it. To recover: duibiao rebuild\n',
      ),
    );
  if (options.format === 'table') console.out(print(report, console));
  else {
    const rows = report.damages.map((damage) => ({ ...damage }));
    console.out(
      await renderRows(['path', 'code', 'message'], rows, { format: options.format, terminalColumns: null }),
    );
  }
  return report.damages.length > 0 ? EXIT.failed : EXIT.ok;
}

/** What the warehouse says is archived; null where it cannot be read, and the originals are all the more wanted. */
async function documentsIn(paths: DataPaths): Promise<Expected[] | null> {
  if (!existsSync(paths.warehouse)) return [];
  try {
    return await archivedDocuments(paths);
  } catch (error) {
    if (error instanceof WarehouseError && error.code === 'damaged') return null;
    throw error;
  }
}

function archivedDocuments(paths: DataPaths): Promise<Expected[]> {
  return withPublished(paths.folder, ({ sqlite }) =>
    sqlite
      .prepare<[], Expected>(
        // A file that was too large, or could not be opened, was never archived.
        `SELECT d.sha256, d.source_file AS sourceFile FROM documents d
         WHERE d.sha256 <> '' AND d.bytes > 0 AND (d.rules_version IS NULL OR d.rules_version NOT LIKE 'unread-%')`,
      )
      .all(),
  );
}

const DAMAGES: Readonly<Record<string, string>> = {
  changed: 'Not what its hash says: restore it from a backup, or delete it and obtain it again',
  missing:
    'Not in the archive: restore it from a backup, or put the original back into the inbox and run again',
  not_readable: 'Cannot be read: check the disk and the permissions',
  stranger: 'Not an archived file: its name is no hash; move it away',
  ledger_damaged: 'The list of origins has a line that cannot be read: restore it from a backup',
};

function print({ files, bytes, damages }: ArchiveReport, { say, quiet }: Console): string {
  const megabytes = (bytes / 1e6).toFixed(1);
  const sum = say(
    `归档 ${files} 个文件，${megabytes} MB：${damages.length === 0 ? '全部完好' : `损坏或缺失 ${damages.length}`}`,
    `${files} files, ${megabytes} MB: ${damages.length === 0 ? 'all intact' : `${damages.length} damaged or missing`}`,
  );
  const lines = damages.map(
    ({ path, code, message }) => `${path} [${code}] ${say(message, DAMAGES[code] ?? message)}`,
  );
  return [...lines, ...(quiet && damages.length === 0 ? [] : [sum])].map((line) => `${line}\n`).join('');
}
