/** `duibiao review`: the questions that only a person can answer go out as one CSV, and come back answered. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Console } from '../console.ts';
import { EXIT, type ExitStatus, Trouble } from '../exit-status.ts';
import type { DataPaths } from '../options.ts';
import { withPublished } from '../published.ts';
import type { ReviewItem } from '../review/items.ts';

export interface ReviewOptions {
  data?: string;
  out?: string;
  in?: string;
}

const COLUMNS = [
  'item',
  'digest',
  'kind',
  'question',
  'answer',
  'comment',
  'bureau_name',
  'scope',
  'fiscal_year',
  'concept_zh',
  'concept',
  'phase',
  'fund',
  'function_code',
  'economic_code',
  'project',
  'value',
  'unit',
  'other_values',
  'quote',
  'locator',
  'file',
  'link',
] as const;

export async function reviewCommand(options: ReviewOptions, console: Console): Promise<ExitStatus> {
  const { reviewItems } = await import('../review/items.ts');
  const { paths, items } = await withPublished(options.data, (warehouse, dataPaths) => ({
    paths: dataPaths,
    items: reviewItems(warehouse, dataPaths.archive),
  }));
  return options.in === undefined
    ? sendOut(items, paths, options.out, console)
    : takeIn(options.in, items, paths, console);
}

async function sendOut(
  items: readonly ReviewItem[],
  paths: DataPaths,
  out: string | undefined,
  console: Console,
): Promise<ExitStatus> {
  const [{ loadAnswers }, { writeCsv }] = await Promise.all([
    import('../review/kept-answers.ts'),
    import('../review/csv.ts'),
  ]);
  const answered = new Map(
    loadAnswers(paths.reviewAnswers).answers.map(({ item, digest }) => [item, digest]),
  );
  const open = items.filter(({ item, digest }) => answered.get(item) !== digest);
  const csv = writeCsv(
    COLUMNS,
    open.map((item) => ({ ...item, answer: '', comment: '' })),
  );
  if (out === undefined) {
    console.out(csv);
    return EXIT.ok;
  }
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, csv);
  if (!console.quiet)
    console.out(
      `${console.say(`${open.length} 项待复核：${out}`, `${open.length} items to review: ${out}`)}\n`,
    );
  return EXIT.ok;
}

async function takeIn(
  file: string,
  items: readonly ReviewItem[],
  paths: DataPaths,
  console: Console,
): Promise<ExitStatus> {
  if (!existsSync(file))
    throw new Trouble(`没有文件 ${file}。请检查 --in 后面的路径`, `There is no file ${file}`, EXIT.usage);
  const [{ takeAnswers }, { keepAnswers }, { correctionVocabulary }] = await Promise.all([
    import('../review/take-answers.ts'),
    import('../review/kept-answers.ts'),
    import('../load-corrections.ts'),
  ]);
  const { units } = await correctionVocabulary();
  const { answers, errors } = takeAnswers(readFileSync(file), items, units);
  keepAnswers(paths.reviewAnswers, answers);
  for (const error of errors) console.err(`${file} ${error}\n`);
  if (!console.quiet) {
    const zh = `收下 ${answers.length} 条答复，下次运行 duibiao nightly 时采用${errors.length > 0 ? `；${errors.length} 条没有收下` : ''}`;
    const en = `${answers.length} answers kept for the next night${errors.length > 0 ? `; ${errors.length} not taken` : ''}`;
    console.out(`${console.say(zh, en)}\n`);
  }
  return errors.length > 0 ? EXIT.failed : EXIT.ok;
}
