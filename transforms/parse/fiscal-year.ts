/** Which years a text speaks of, and as what: the year of a report, the day it was printed, and a comparison are told apart. */

export type YearRole =
  | 'fiscal_year' // 2024年度, 2024年部门决算
  | 'year' // 2022年
  | 'as_of' // 截至2025年12月31日
  | 'date' // 2025年8月15日, 2025年8月
  | 'range' // 2021-2023年
  | 'document_number' // 〔2025〕10号
  | 'bare'; // 2024 without 年

export interface YearMention {
  year: number;
  role: YearRole;
  text: string;
  start: number;
  end: number;
}

const NUMERALS: Readonly<Record<string, string>> = {
  ...{ 〇: '0', '○': '0', '◯': '0', Ο: '0', О: '0', O: '0', 零: '0', '０': '0' },
  ...{ 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' },
};
const NUMERAL = '[〇○◯ΟОO零一二三四五六七八九]';
/** "二〇二四年", "二○二四 年度", "二零二四". */
const CHINESE_YEAR = new RegExp(`[一二]\\s?(?:${NUMERAL}\\s?){2}${NUMERAL}(?=\\s*年)`, 'gu');
/** "2024", "２０２４", "2 0 2 4": titles are printed with spaces between letters. */
const YEAR = '(?<![\\d.])(?:(?:19|20)\\d\\d|(?:1\\s9|2\\s0)\\s\\d\\s\\d)(?![\\d.]\\d?)';
const MENTIONS: readonly (readonly [YearRole, RegExp])[] = [
  [
    'document_number',
    new RegExp(
      `[〔\\[【(]\\s{0,3}(${YEAR})\\s{0,3}[〕\\]】)]\\s{0,3}(?:第\\s{0,3})?\\d+\\s{0,3}号|〔\\s{0,3}(${YEAR})\\s{0,3}〕`,
      'g',
    ),
  ],
  [
    'as_of',
    new RegExp(
      `截[至止到]+\\s{0,3}(${YEAR})\\s{0,3}年(?:\\s{0,3}\\d{1,2}\\s{0,3}月)?(?:\\s{0,3}\\d{1,2}\\s{0,3}[日号]|底|末)?`,
      'g',
    ),
  ],
  [
    'date',
    new RegExp(`(${YEAR})\\s{0,3}年\\s{0,3}\\d{1,2}\\s{0,3}月(?:\\s{0,3}\\d{1,2}\\s{0,3}[日号])?`, 'g'),
  ],
  ['date', /(?<![\d.])((?:19|20)\d\d)\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2}(?!\d)/g],
  ['range', new RegExp(`(${YEAR})\\s{0,3}年?\\s{0,3}[-~—–至到]+\\s{0,3}(${YEAR})\\s{0,3}年`, 'g')],
  ['fiscal_year', new RegExp(`(${YEAR})\\s{0,3}(?:年\\s{0,3}度|财\\s{0,3}年)`, 'g')],
  [
    'fiscal_year',
    new RegExp(
      `(${YEAR})\\s{0,3}年?\\s{0,3}(?=(?:[\\p{Script=Han}\\s]{0,20})?(?:部\\s{0,3}门|单\\s{0,3}位)?\\s{0,3}(?:决\\s{0,3}算|预\\s{0,3}算)\\s{0,3}(?:公\\s{0,3}开|信\\s{0,3}息|说\\s{0,3}明|情\\s{0,3}况|报\\s{0,3}告|$))`,
      'gu',
    ),
  ],
  ['year', new RegExp(`(${YEAR})\\s{0,3}年`, 'g')],
  ['bare', /(?<![\d.,〔\-/])((?:19|20)\d\d)(?![\d.,%]|\s{0,3}[万亿元人个项号])/g],
];

/** Four digits, however written: most labels and many sentences have none. */
const MAY_NAME_YEAR = new RegExp(
  `[12１２]\\s?[09０９]\\s?[\\d０-９]\\s?[\\d０-９]|[一二]\\s?${NUMERAL}`,
  'u',
);

/** Years of a text in order of place; each place is read once, by the most telling form. Any text gives an answer. */
export function fiscalYearsIn(text: string): YearMention[] {
  if (!MAY_NAME_YEAR.test(text)) return [];
  const folded = foldDigits(text);
  const mentions: YearMention[] = [];
  for (const [role, pattern] of MENTIONS) {
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (mentions.some((known) => known.start < end && start < known.end)) continue;
      for (const year of match.slice(1).filter((group) => group !== undefined))
        mentions.push({
          year: Number(year.replace(/\s/g, '')),
          role,
          text: text.slice(start, end),
          start,
          end,
        });
    }
  }
  return mentions.sort((a, b) => a.start - b.start || a.year - b.year);
}

/** "二〇二四年" → 2024; null where no year in Chinese numerals stands in the text. */
export function chineseNumeralYear(text: string): number | null {
  const match = text.match(CHINESE_YEAR)?.[0] ?? wholeNumeral(text);
  if (match === null) return null;
  return Number([...match.replace(/\s/g, '')].map((numeral) => NUMERALS[numeral]).join(''));
}

function wholeNumeral(text: string): string | null {
  const bare = text.replace(/\s/g, '');
  return new RegExp(`^[一二]${NUMERAL}{3}$`, 'u').test(bare) ? bare : null;
}

/** Full-width digits and Chinese years to ASCII digits, one character for one, so that offsets stay. */
function foldDigits(text: string): string {
  return text
    .replace(/[０-９－～．]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(CHINESE_YEAR, (year) => [...year].map((character) => NUMERALS[character] ?? character).join(''));
}
