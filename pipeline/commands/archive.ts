/** `duibiao archive verify`: whether every original is still there, byte for byte. */
import { existsSync } from 'node:fs';
import { type ArchiveReport, type Expected, verifyArchive } from '../../sources/verify-archive.ts';
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
  const report = verifyArchive(paths.archive, await documentsIn(paths));
  if (options.format === 'table') console.out(print(report, console));
  else {
    const rows = report.damages.map((damage) => ({ ...damage }));
    console.out(
      await renderRows(['path', 'code', 'message'], rows, { format: options.format, terminalColumns: null }),
    );
  }
  return report.damages.length > 0 ? EXIT.failed : EXIT.ok;
}

/** What the warehouse says is archived; nothing where there is no warehouse yet. */
async function documentsIn(paths: DataPaths): Promise<Expected[]> {
  if (!existsSync(paths.warehouse)) return [];
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

function print({ files, bytes, damages }: ArchiveReport, { say, quiet }: Console): string {
  const megabytes = (bytes / 1e6).toFixed(1);
  const sum = say(
    `归档 ${files} 个文件，${megabytes} MB：${damages.length === 0 ? '全部完好' : `损坏或缺失 ${damages.length}`}`,
    `${files} files, ${megabytes} MB: ${damages.length === 0 ? 'all intact' : `${damages.length} damaged or missing`}`,
  );
  const lines = damages.map(({ path, code, message }) => `${path} [${code}] ${message}`);
  return [...lines, ...(quiet && damages.length === 0 ? [] : [sum])].map((line) => `${line}\n`).join('');
}
