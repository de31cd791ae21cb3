/**
 * The rows of a 部门整体支出绩效评价基础数据表 whose rules are gone: staff, then columns of money. Every row of the form
 * prints as many values as its header has columns, so a row is placed where it has them all and nowhere else.
 */

export interface BaseDataRow {
  /** Where it begins. */
  start: number;
  cells: readonly string[];
  /** Its values where they are not one for every column. */
  left: string;
}

/** "编制数2031年实际在职人数控制率": the only three columns, and the form's first words. A converter may lose the bracket that closes a unit. */
const STAFF = /财政供养人员情况(?:[(（]人[)）]?)?(编制数)((?:20\d\d年)?(?:年末)?实际在职人数)(控制率)/;
/** "经费控制情况(万元)2030年决算数2031年预算数2031年决算数" */
const MONEY = /经费控制情况(?:[(（]([万千]?元)[)）]?)?((?:(?:20\d\d年度?|[上本]年度?)[决预]算数?){2,4})/;
const MONEY_COLUMN = /(?:20\d\d年度?|[上本]年度?)[决预]算数?/g;
/** Labels of every office's copy; what else stands in front of values is a project or a single expense. */
const LABEL =
  '(?:\\d[、.．])?(?:其中[:：])?(?:[“"]?三公[”"]?经费[:：]?|公务用车购置(?:和|及)(?:运行)?维护(?:经)?费|公车购置|公车运行维护|(?:因公)?出国经费|公务接待费?|项目支出[:：]?|公用经费|办公经费|水费、电费、差旅费|会议费、培训费|政府采购金额|部门(?:基本|整体)?支出预算调整)';
/** "95. 10%" is one figure too: a line ended behind its point. */
const FIGURE =
  '(?<![\\d.])(?!\\d{1,2}[、.．]\\p{Script=Han})\\d+(?:,\\d{3})*(?:\\.\\d+|\\. \\d{2}(?=%))?%?(?![\\d.%])';
const DASH = '[—–－-]{1,4}|/';
const TOKEN = new RegExp(`(${LABEL})|(${FIGURE})|(${DASH})`, 'gu');
const NEXT_LABEL = /(?=\d{1,2}[、.．]\p{Script=Han})|(?=……)|(?<=……)/u;
/** "2、运行维护专项": a longer run of words is no label. */
const LONGEST_LABEL = 40;

/** null where the text is no such form, or where its values lost their labels. `compact` has no space but between figures. */
export function baseDataRows(compact: string): BaseDataRow[] | null {
  const [staff, money] = [STAFF.exec(compact), MONEY.exec(compact)];
  if (staff === null || money === null || staff.index > money.index) return null;
  const rows = rowsBehind(compact, money.index + money[0].length, compact.length, money[2]!);
  if (rows === null || rows.length === 0) return null;
  return [...staffRows(compact, staff, money.index), moneyHeader(money), ...rows];
}

function staffRows(compact: string, staff: RegExpExecArray, until: number): BaseDataRow[] {
  const start = staff.index;
  const behind = compact.slice(start + staff[0].length, until).trim();
  const values = behind.match(new RegExp(FIGURE, 'gu')) ?? [];
  if (values.length !== 3 || values.join(' ') !== behind.replace(/\s+/g, ' '))
    return [{ start, cells: [], left: `${staff[0]} ${behind}` }];
  return [
    { start, cells: ['财政供养人员情况', ...staff.slice(1)], left: '' },
    { start, cells: ['', ...values], left: '' },
  ];
}

function moneyHeader(money: RegExpExecArray): BaseDataRow {
  const columns = money[2]!.match(MONEY_COLUMN) ?? [];
  const unit = money[1] === undefined ? '' : `（${money[1]}）`;
  return { start: money.index, cells: [`经费控制情况${unit}`, ...columns], left: '' };
}

interface OpenRow {
  start: number;
  label: string;
  values: string[];
}

/** "1、甲专项2、乙专项": rows without values leave nothing between their labels. */
function labelsIn(compact: string, from: number, to: number): OpenRow[] {
  let start = from;
  return compact
    .slice(from, to)
    .split(NEXT_LABEL)
    .flatMap((printed) => {
      const label = printed.trim();
      start += printed.length;
      return label === '' ? [] : [{ start: start - printed.length, label, values: [] }];
    });
}

function rowsBehind(compact: string, from: number, to: number, header: string): BaseDataRow[] | null {
  const width = header.match(MONEY_COLUMN)?.length ?? 0;
  const rows: OpenRow[] = [];
  let end = from;
  for (const match of compact.slice(0, to).matchAll(TOKEN)) {
    if (match.index < end) continue;
    const labels = labelsIn(compact, end, match.index);
    if (labels.some(({ label }) => label.length > LONGEST_LABEL)) return null;
    rows.push(...labels);
    if (match[1] !== undefined) rows.push({ start: match.index, label: match[1], values: [] });
    else rows.at(-1)?.values.push(match[0]);
    end = match.index + match[0].length;
  }
  // A label with more values than columns stands in front of those of another row.
  if (rows.some(({ values }) => values.length > width)) return null;
  return rows.map(({ start, label, values }) =>
    values.length === width
      ? { start, cells: [label, ...values], left: '' }
      : { start, cells: [label, ...Array<string>(width).fill('')], left: values.join(' ') },
  );
}
