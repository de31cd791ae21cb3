/** What was made of a document: whose it is and how that is known, how many facts it gave, and which numbers nobody claimed. */
import type { Extraction, NumberUse } from '../../transforms/extract/fact.ts';
import { type Document, printLocation } from '../../transforms/read/document.ts';
import type { Disclosure } from '../../transforms/recognise/disclosure.ts';
import type { Say } from '../language.ts';

export function printHead(sourceFile: string, { mediaType, pages, notes }: Document, say: Say): string[] {
  const length = pages === null ? '' : say(`，${pages} 页`, `, ${pages} pages`);
  return [
    `${sourceFile}（${mediaType}${length}）`,
    ...notes.map(({ code, message, location }) =>
      say(`提示 [${code}] ${printLocation(location)}：${message}`, `note [${code}] ${message}`),
    ),
  ];
}

export function printDisclosure(disclosure: Disclosure, say: Say): string[] {
  const { bureauId, bureauName, regionCode, scope, fiscalYear, kind, title, evidence } = disclosure;
  const unknown = say('不明', 'unknown');
  return [
    say('—— 识别 ——', '— Recognised —'),
    say(`单位：${bureauName ?? unknown}（${bureauId}）`, `bureau: ${bureauName ?? unknown} (${bureauId})`),
    say(`行政区划：${regionCode ?? unknown}`, `region: ${regionCode ?? unknown}`),
    say(
      `年度：${fiscalYear ?? unknown}  范围：${scope}  类型：${kind}`,
      `year: ${fiscalYear ?? unknown}  scope: ${scope}  kind: ${kind}`,
    ),
    say(`标题：${title ?? unknown}`, `title: ${title ?? unknown}`),
    ...evidence.map(
      ({ answers, value, source, quote }) =>
        `  ${answers} = ${value} ← ${source} “${quote.replace(/\s+/g, ' ').slice(0, LONGEST_QUOTE)}”`,
    ),
  ];
}

const LONGEST_QUOTE = 80;

/** `extraction` is null where the year is unknown, and so no figure has a key. */
export function printExtraction(extraction: Extraction | null, page: number | null, say: Say): string[] {
  const heading = say('—— 数字 ——', '— Numbers —');
  if (extraction === null)
    return [heading, say('年度不明，没有提取数字', 'No figure has a key without a year')];
  const isHere = ({ location }: Pick<NumberUse, 'location'>) => page === null || location.page === page;
  const numbers = extraction.numbers.filter(isHere);
  const unclaimed = numbers.filter(({ use }) => use === 'unclaimed');
  const ignored = numbers.filter(({ use }) => use === 'ignored');
  const [facts, claims] = [extraction.facts.filter(isHere), extraction.claims.filter(isHere)];
  return [
    heading,
    say(
      `事实 ${facts.length}，比率与增减的说法 ${claims.length}，忽略的数字 ${ignored.length}，没有读懂的数字 ${unclaimed.length}`,
      `${facts.length} facts, ${claims.length} claims, ${ignored.length} numbers ignored, ${unclaimed.length} unclaimed`,
    ),
    ...unclaimed.map(
      ({ location, text, reason, context, money }) =>
        `  ${printLocation(location)}  ${text}${money ? say('（金额）', ' (money)') : ''}  ${reason ?? ''}  “${context.replace(/\s+/g, ' ').slice(0, LONGEST_QUOTE)}”`,
    ),
  ];
}
