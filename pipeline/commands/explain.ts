/** `duibiao explain`: the answer to "where did you get that number?". */

import type { Warehouse } from '../../warehouse/connect.ts';
import type { Console } from '../console.ts';
import { EXIT, type ExitStatus, Trouble } from '../exit-status.ts';
import {
  type KeyFilter,
  loadMetricLinks,
  loadObservationLinks,
  publishedYears,
  type Question,
} from '../explain/chain.ts';
import { findSubject, type Subject } from '../explain/find-subject.ts';
import { type ChainPrinter, printMetric, printObservation } from '../explain/print-chain.ts';
import { findBureau, type NamedBureau, printBureau } from '../find-bureau.ts';
import { withPublished } from '../published.ts';

export interface ExplainOptions extends KeyFilter {
  bureau: string;
  year: number;
  name: string;
  data?: string;
}

export async function explainCommand(options: ExplainOptions, console: Console): Promise<ExitStatus> {
  const { bureau, year, name, data, ...filter } = options;
  const subject = findSubject(name);
  const lines = await withPublished(data, (warehouse, paths) => {
    const found = findBureau(warehouse, bureau);
    const question: Question = { bureauId: found.bureauId, year, id: idOf(subject), filter };
    const links = explainIn(warehouse, subject, question, { console, paths });
    if (links.length === 0) throw nothingPublished(warehouse, found, question);
    return [printBureau(found), ...links.flatMap((link) => ['', ...link])];
  });
  console.out(`${lines.join('\n')}\n`);
  return EXIT.ok;
}

function idOf(subject: Subject): string {
  return subject.is === 'concept' ? subject.concept.id : subject.metric.id;
}

/** One block of lines for every figure that answers the question. */
function explainIn(
  warehouse: Warehouse,
  subject: Subject,
  question: Question,
  printer: ChainPrinter,
): string[][] {
  if (subject.is === 'metric') {
    return loadMetricLinks(warehouse, question).map((link) => printMetric(link, printer));
  }
  const { links, leftOut } = loadObservationLinks(warehouse, question);
  const blocks = links.map((link) => printObservation(link, printer));
  return leftOut === 0 ? blocks : [...blocks, [leftOutHint(leftOut, printer)]];
}

function leftOutHint(leftOut: number, { console }: ChainPrinter): string {
  return console.say(
    `另有 ${leftOut} 个按功能、经济分类或项目的数值：加 --code 编码 或 --project 名称`,
    `${leftOut} more by functional or economic code or by project: add --code or --project`,
  );
}

function nothingPublished(warehouse: Warehouse, bureau: NamedBureau, question: Question): Trouble {
  const years = publishedYears(warehouse, bureau.bureauId, question.id);
  const narrowed = Object.values(question.filter).some((value) => value !== undefined);
  const where = `${printBureau(bureau)} ${question.year} ${question.id}`;
  const hint = years.includes(question.year) && narrowed;
  return new Trouble(
    hint
      ? `${where}：按这些条件没有数据，请去掉 --phase、--fund、--scope、--code 或 --project 再试`
      : `${where}：没有公布。有数据的年度：${years.join('、') || '无'}`,
    hint
      ? `${where}: nothing fits; try without --phase, --fund, --scope, --code or --project`
      : `${where}: not published. Years with data: ${years.join(', ') || 'none'}`,
  );
}
