/**
 * What a label says once the typesetting is gone. The same row is printed as "（一）基 本 支 出：",
 * "一、基本支出" and "其中：基本支出"; matched to the vocabulary they must be one string.
 */
import { remembered } from './remember.ts';

/** U+2E80–2EFF as PDF fonts emit them; NFKC folds the Kangxi block (2F00–2FDF) and two of these, and leaves the rest. */
const RADICALS =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母' +
  '⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳罓⺴罓⺵罓⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿' +
  '⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨' +
  '⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

const RADICAL_TO_CHARACTER = new Map(
  Array.from({ length: RADICALS.length / 2 }, (_, i) => [RADICALS[2 * i]!, RADICALS[2 * i + 1]!] as const),
);

/** "<br>", "</p>", "&nbsp;" left in cells of tables that were once HTML. */
const MARKUP = /<\/?[a-zA-Z][^<>]*>|&(?:nbsp|ensp|emsp|#160);/g;
/** Zero-width and control characters, soft hyphens, and the private-use bullets of Word. */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000-\uf8ff]|[\ufe00-\ufe0f]/g;
/** ① ⓵ ❶ ➀ ➊: NFKC would leave a bare digit that reads as a figure. */
const CIRCLED = /[\u2460-\u2473\u24f5-\u24fe\u2776-\u2793]/g;
const QUOTES = /[“”„‟"'＂＇「」『』﹁﹂﹃﹄‘’‚‛`´〝〞]/g;
/** Never 一, which is a numeral. */
const DASHES = /[-‐‑‒–—―─−﹣﹘ー]+/g;
const OPENING = /[[{〔【〖［]/g;
const CLOSING = /[\]}〕】〗］]/g;

const CHINESE_NUMERAL = '[一二三四五六七八九十百零〇]{1,5}';
/** The forms of numbering that official reports print before a heading or a row label. */
const NUMBERING = [
  new RegExp(`^第\\s*(?:${CHINESE_NUMERAL}|\\d{1,2})\\s*(?:部分|章|节)\\s*[:、.,]?\\s*`), // 第一部分
  new RegExp(`^${CHINESE_NUMERAL}\\s*[、.．,)]\\s*`), // 一、 十二． 一)
  new RegExp(`^\\(\\s*(?:${CHINESE_NUMERAL}|\\d{1,2})\\s*\\)\\s*[、.]?\\s*`), // (一) (12)
  /^\d{1,2}\s*、\s*/, // 1、
  /^\d{1,2}\s*[.,)]\s*(?![\d\s])/, // 1. 基本支出, 2)基本支出; not 1.5
  /^\d{1,2}\s*\.\s*(?=(?:19|20)\d\d\s*年)/, // 1.2024年度
  /^\d{1,2}(?:\.\d{1,2}){2,3}[.、]?\s*(?=\p{Script=Han})/u, // 1.1.2 基本支出
  /^\d{1,2}\.\d{1,2}\s+(?=\p{Script=Han})(?![万亿千百元个人次辆台套户家批])/u, // 1.1 基本支出; not 9.1 万元
];
const BULLET = /^[·•●○◆◇■□▪▲△★☆※*#>√✓➢➤►]+\s*|^-+\s*(?![\d\s-])/;
/** 其中： 其中, 加： 减：; 减 and 加 need their colon, because words begin with them. */
const AMONG_WHICH = /^其\s*中\s*[:,]?\s*/;
const PLUS_OR_LESS = /^[加减]\s*:\s*/;
const EMPHASIS = /\*\*|__/g;

/** What nothing has to be done to, as most cells and characters are: "行政运行", "1,234.50". */
const TIDY = /^[\u4e00-\u9fff0-9A-Za-z.,()%]*$/;

/** Width folded, radicals and invisible characters mended, runs of white space one space, ends trimmed. */
export function tidyText(text: string): string {
  return TIDY.test(text) ? text : untilStable(text, tidyOnce);
}

/** The printed form as the vocabulary holds it: no white space, quotes, numbering, 其中 or trailing colon; brackets `()`. Idempotent. */
export function normaliseLabel(text: string): string {
  return normalised(text);
}

const normalised = remembered((text) => untilStable(text, normaliseOnce));

/** The text without the numbering and bullets in front of it; a text that is nothing but numbering stays. */
export function stripNumbering(text: string): string {
  return untilStable(tidyText(text), (current) => stripFirst(current, [BULLET, ...NUMBERING]));
}

/** Whether the label introduces a part of the line above it ("其中：项目支出"): it must not be summed beside its whole. */
export function hasLeadingAmongWhich(text: string): boolean {
  return AMONG_WHICH.test(stripNumbering(text));
}

function tidyOnce(text: string): string {
  return text
    .replace(MARKUP, ' ')
    .replace(INVISIBLE, '')
    .replace(CIRCLED, (circle) => `(${circledNumber(circle.codePointAt(0)!)})`)
    .replace(/[\u2e80-\u2eff]/g, (radical) => RADICAL_TO_CHARACTER.get(radical) ?? radical)
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Which number a circled digit stands for: ① and ❸ are 1 and 3. */
function circledNumber(codePoint: number): number {
  if (codePoint < 0x24f5) return codePoint - 0x245f;
  if (codePoint < 0x2776) return codePoint - 0x24f4;
  return ((codePoint - 0x2776) % 10) + 1;
}

function normaliseOnce(text: string): string {
  const folded = tidyOnce(text)
    .replace(EMPHASIS, '')
    .replace(QUOTES, '')
    .replace(DASHES, '-')
    .replace(OPENING, '(')
    .replace(CLOSING, ')');
  const bare = untilStable(folded, (current) =>
    stripFirst(current, [BULLET, ...NUMBERING, AMONG_WHICH, PLUS_OR_LESS]),
  );
  return withoutTrailingColons(bare.replace(/\s+/g, ''));
}

/** What every prefix begins with: most labels begin with their first word. */
const MAY_HAVE_PREFIX = /^[第一二三四五六七八九十百零〇(\d·•●○◆◇■□▪▲△★☆※*#>√✓➢➤►\-其加减]/;

/** What is left after the first prefix that matches; the text itself where nothing would be left. */
function stripFirst(text: string, prefixes: readonly RegExp[]): string {
  if (!MAY_HAVE_PREFIX.test(text)) return text;
  for (const prefix of prefixes) {
    const rest = text.replace(prefix, '');
    if (rest !== text && rest !== '') return rest;
  }
  return text;
}

/** Each step folds or shortens, so this ends. */
function untilStable(text: string, step: (text: string) => string): string {
  let current = text;
  for (let next = step(current); next !== current; next = step(current)) current = next;
  return current;
}

/** A text of colons alone keeps one. */
function withoutTrailingColons(text: string): string {
  let end = text.length;
  while (end > 1 && text[end - 1] === ':') end--;
  return text.slice(0, end);
}
