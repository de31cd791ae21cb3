/** Final accounts that contradict themselves in five ways, each a slip that real reports make. */
import { type SampleDocument, type Slip, utf8 } from '../document.ts';
import type { Asked } from '../figure.ts';
import type { Bureau } from '../model/bureau.ts';
import { inWan, newPage, type Page, PLAIN, textOf, write } from '../page.ts';
import { finalAccountsPage } from './final-accounts-document.ts';
import { writeProject } from './performance-forms.ts';

interface Mistake extends Slip {
  /** Words that stand once in the clean report, and what stands there instead. */
  change(page: Page): readonly (readonly [string, string])[];
}

const wan = (page: Page, asked: Asked) => inWan(page.books.valueOf(asked), 2);

const MISTAKES: readonly Mistake[] = [
  {
    concept: 'procurement',
    what: 'goods and services do not come to the total, in the table and in the text',
    change(page) {
      const services = page.books.valueOf({ concept: 'procurement.services' });
      const [right, wrong] = [inWan(services, 2), inWan(services - 52_000, 2)];
      return [
        [`3.政府采购服务支出\t4\t${right}`, `3.政府采购服务支出\t4\t${wrong}`],
        [`政府采购服务支出${right}万元`, `政府采购服务支出${wrong}万元`],
      ];
    },
  },
  {
    concept: 'expenditure.personnel',
    what: 'the text says another figure than the table',
    change(page) {
      const right = page.books.valueOf({ concept: 'expenditure.personnel' });
      return [[`其中：人员经费${inWan(right, 2)}万元`, `其中：人员经费${inWan(right + 180_900, 2)}万元`]];
    },
  },
  {
    concept: 'three_public.reception',
    what: 'yuan with 万元 behind them: ten thousand times too much',
    change(page) {
      const reception = page.books.valueOf({ concept: 'three_public.reception' });
      return [[`3.公务接待费支出${inWan(reception, 2)}万元`, `3.公务接待费支出${reception}万元`]];
    },
  },
  {
    concept: 'expenditure',
    what: 'more than planned, says the text, of an item that stayed below',
    change(page) {
      const asked = { concept: 'expenditure', fund: 'general_public', functionCode: '2101506' } as const;
      const end = `支出决算为${wan(page, asked)}万元，完成年初预算的`;
      const sentence = page.lines.find((line) => line.includes(end) && line.includes('决算数小于预算数'))!;
      return [[sentence, sentence.replace('决算数小于预算数', '决算数大于预算数')]];
    },
  },
];

/** `project` spends little of its budget and gets full marks for execution. */
export function contradictoryAccounts(
  bureau: Bureau,
  year: number,
  path: string,
  project: string,
): SampleDocument {
  const page = finalAccountsPage(bureau, year);
  let text = `${textOf(page)}\n`;
  for (const [right, wrong] of MISTAKES.flatMap((mistake) => mistake.change(page)))
    text = replaceOnce(text, right, wrong);
  const form = newPage(page.books, PLAIN);
  write(form, '第四部分 项目绩效自评');
  writeProject(form, project, 10);
  const wrong = MISTAKES.map(({ concept }) => concept).filter((concept) => concept !== 'expenditure');
  return {
    path,
    bytes: utf8(text + textOf(form)),
    bureau,
    scope: 'department',
    fiscalYear: year,
    printed: [...page.printed, ...form.printed].filter(({ concept }) => !touched(concept, wrong)),
    refused: null,
    slips: [
      ...MISTAKES.map(({ concept, what }) => ({ concept, what })),
      { concept: 'evaluation.score', what: 'ten of ten points for an eighth of the budget' },
    ],
  };
}

/** A figure of a broken relation may rightly be called contested; of spending, only the words are wrong. */
function touched(concept: string, wrong: readonly string[]): boolean {
  return wrong.some((one) => concept.startsWith(one));
}

function replaceOnce(text: string, right: string, wrong: string): string {
  if (text.split(right).length !== 2) throw new Error(`stands not once in the clean report: ${right}`);
  return text.replace(right, wrong);
}
