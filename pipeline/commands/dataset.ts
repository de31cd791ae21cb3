/** `duibiao dataset`: the published warehouse as Parquet and CSV, for programs. */
import { resolve } from 'node:path';
import { writeDataset } from '../../reports/dataset/write-dataset.ts';
import type { Console } from '../console.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { publishedPaths } from '../published.ts';

export interface DatasetOptions {
  data?: string;
  out?: string;
}

export async function datasetCommand(options: DatasetOptions, console: Console): Promise<ExitStatus> {
  const paths = await publishedPaths(options.data);
  const folder = options.out === undefined ? paths.dataset : resolve(options.out);
  const { changed, files, rows, bytes } = await writeDataset(paths.warehouse, folder);
  const size = (bytes / 1e6).toFixed(1);
  if (!console.quiet) {
    console.out(
      console.say(
        `${changed ? '已写入' : '没有变化，未改动'}：${folder}（${files} 个文件，${rows} 行，${size} MB）\n`,
        `${changed ? 'Written' : 'Unchanged'}: ${folder} (${files} files, ${rows} rows, ${size} MB)\n`,
      ),
    );
  }
  return EXIT.ok;
}
