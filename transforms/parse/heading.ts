/** How deep a numbered line stands in a report, and whether it is a heading or the first words of a paragraph. */

/** The five depths of official numbering, as the schema of Document counts them. */
const LEVELS: readonly { level: number; form: RegExp; longest: number }[] = [
  { level: 1, form: /^第\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*(?:部分|章)/, longest: 50 }, // 第一部分
  { level: 2, form: /^(?:[一二三四五六七八九十]{1,3})\s*(?:、|[.．](?!\d))/, longest: 50 }, // 一、 一、2024年…
  { level: 3, form: /^[(（]\s*[一二三四五六七八九十]{1,3}\s*[)）]/, longest: 45 }, // （一）
  { level: 4, form: /^[\d０-９]{1,2}\s*(?:、|[.．](?![\d０-９]))/, longest: 30 }, // 1. 1、 １．
  { level: 5, form: /^(?:[(（]\s*[\d０-９]{1,2}\s*[)）]|[①-⑳])/, longest: 30 }, // （1）
];
const SENTENCE_MARK = /[。；！？;，,]/;
/** "（1）资产配置合规性（2分）。" is a heading in spite of its stop; sentences are longer. */
const LONGEST_STOPPED = 10;
const LABEL_AND_VALUE = /[:：]\s*\S/;

/** Depth by numbering, 1–5, whatever follows it; null where the line is not numbered. */
export function numberingLevel(text: string): number | null {
  return LEVELS.find(({ form }) => form.test(text))?.level ?? null;
}

/** Depth of a numbered heading; null for body text, numbered sentences included. */
export function headingLevel(text: string): number | null {
  const found = LEVELS.find(({ form }) => form.test(text));
  if (found === undefined) return null;
  const words = text.replace(found.form, '').trim();
  if (words === '' || words.length > found.longest) return null;
  // "（一）收入决算情况说明。" is a heading; "（3）组织开展调查研究。" is a sentence of a list.
  if (found.level > 3 && words.endsWith('。') && bareOf(words).length > LONGEST_STOPPED) return null;
  const bare = bareOf(words);
  return SENTENCE_MARK.test(bare) || LABEL_AND_VALUE.test(bare) ? null : found.level;
}

/** The words themselves: without a stop at the end, brackets ("(5分)") and names of documents. */
function bareOf(words: string): string {
  return words
    .replace(/[。：:]$/, '')
    .replace(/[(（][^()（）]*[)）]/g, '')
    .replace(/《[^》]*》/g, '');
}
