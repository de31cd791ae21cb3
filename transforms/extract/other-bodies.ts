/** "示例区城市管理局2025年度收入支出总计…" in the report of another bureau: a sentence copied with the name of whom it was written for. */
import type { Document, Location } from '../read/document.ts';

export interface OtherBody {
  readonly other: string;
  /** The body that the other sentences of these forms name. */
  readonly own: string;
  readonly location: Location;
  readonly sentence: string;
}

/** How sentences begin that the official form has about the reporting body itself, and about no other. */
const OWN_SENTENCE =
  /^\s*(?:截至\s*20\d{2}年\d{1,2}月\d{1,2}日[，,])?([\u4e00-\u9fff]{3,28}(?:局|委员会|委|办公室|办事处|中心|院|校|馆|站|所|队|厅|会|部|政府))(?:[（(]?(?:部门|单位|本级)[）)]?)?(?:20\d{2}年度?)(?:收入?[、，]?支出?总计|财政拨款收入?[、，]?支出?总计|政府采购|政府性基金|国有资本经营|无政府性基金|无国有资本|没有政府性基金|没有国有资本)/;
/** Fewer sentences do not settle whose report it is. */
const LEAST_OWN = 3;

export function otherBodies(document: Document): readonly OtherBody[] {
  const said = new Map<string, { times: number; location: Location; sentence: string }>();
  for (const block of document.blocks) {
    if (block.kind === 'table') continue;
    for (const { text, location } of block.sentences.length > 0 ? block.sentences : [block]) {
      const name = OWN_SENTENCE.exec(text.replace(/\s+/g, ''))?.[1];
      if (name === undefined) continue;
      const known = said.get(name);
      said.set(name, known ? { ...known, times: known.times + 1 } : { times: 1, location, sentence: text });
    }
  }
  const [own, ...others] = [...said].sort(([, a], [, b]) => b.times - a.times);
  if (own === undefined || own[1].times < LEAST_OWN) return [];
  return others.flatMap(([other, { times, location, sentence }]) =>
    times === 1 && !isSameBody(other, own[0]) && !isInTables(other, document)
      ? [{ other, own: own[0], location, sentence }]
      : [],
  );
}

/** 区示例局 is 上海市示例区示例局; 示例局执法大队 is a part of it. */
const isSameBody = (a: string, b: string): boolean =>
  a.includes(b) || b.includes(a) || a.slice(-4) === b.slice(-4);

/** A body of its own tables is one of the department's units. */
const isInTables = (name: string, document: Document): boolean =>
  document.blocks.some(
    (block) =>
      block.kind === 'table' && block.grid.some((row) => row.some((cell) => cell?.text.includes(name))),
  );
