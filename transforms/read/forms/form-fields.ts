/** What stands above the money in a flattened form: its name, and whose project it is. */
import { type FormToken, isFiller } from './form-tokens.ts';

export interface FormFields {
  /** Offset where the form begins. */
  start: number;
  rows: readonly { start: number; cells: readonly string[] }[];
  /** "项目资金（万元）", with the unit wherever it is printed. */
  fundsLabel: string;
  left: readonly { start: number; text: string }[];
  /** The name of the form stands right above them. */
  isTitled: boolean;
}

/** How far above its money a form begins. */
const REACH = 1600;
/** "部门预算项目支出绩效自评表（2023年度）": the words such a name is made of, and no others. */
const FORM_NAME =
  /(?:20\d\d\s*年度?)?(?:中央|省级|市级|县级|区级|本级|预算|部门|单位|项目|专项|财政|转移支付|整体|支出|资金|区域|绩效|目标|完成情况|情况)*(?:自\s*评|评\s*价)\s*表?[|\s]*(?:[(（]\s*20\d\d\s*年?度?\s*[)）])?/g;
/** "省级专项资金绩效目标申报表": what a project may spend, and is to achieve. */
export const TARGETS_NAME =
  /(?:20\d\d\s*年度?)?(?:中央|省级|市级|县级|区级|本级|部门|单位|预算|项目|专项|财政|转移支付|支出|资金)*绩效\s*目标\s*(?:申报|批复|公开)?\s*表[|\s]*(?:[(（]\s*20\d\d\s*年?度?\s*[)）])?/g;
const UNIT =
  /(?:[(（]\s*(?:单位[:：]?|金额[:：]?)?|(?:金额)?单位[:：])\s*([万千亿]?元)(?:\s*[)）]|(?=[\s|]))/;
/** A longer value is no name. */
const LONGEST_VALUE = 80;

/** Tokens before `first` (the header of the money) that belong to its form, whose rows end at `end`; nothing before `from` does. */
export function fieldsBefore(
  text: string,
  tokens: readonly FormToken[],
  { first, end }: { first: number; end: number },
  from: number,
  name: RegExp = FORM_NAME,
): FormFields {
  const least = Math.max(from, tokens[first]!.start - REACH);
  const within = tokensFrom(tokens, first, least);
  const form = within.slice(openingOf(within, lastTitle(text, name, least, tokens[first]!.start)));
  const start = form[0]?.start ?? tokens[first]!.start;
  const { rows, left } = rowsOf(form);
  const label = rows[0]?.cells[0] ?? '';
  const title = titleAbove(
    text,
    name,
    { from: least, to: start },
    rows[0]?.cells[1] === '' ? 'torn' : FIRST_FIELD.test(label) ? 'line' : 'none',
  );
  const named = title === null || title.behind === '' ? rows : withName(rows, title.behind);
  const unit = UNIT.exec(text.slice(title?.start ?? start, tokens[end - 1]!.end + UNIT_REACH))?.[1];
  return {
    start: title?.start ?? start,
    rows: [...(title === null ? [] : [{ start: title.start, cells: [title.text] }]), ...named],
    fundsLabel: unit === undefined ? '项目资金' : `项目资金（${unit}）`,
    left,
    isTitled: title !== null,
  };
}

/** The tokens between an offset and the token `first`. */
function tokensFrom(tokens: readonly FormToken[], first: number, offset: number): readonly FormToken[] {
  let from = first;
  while (from > 0 && tokens[from - 1]!.start >= offset) from--;
  return tokens.slice(from, first);
}

/** A torn text prints the unit behind the rows. */
const UNIT_REACH = 60;

/** The form's name right above it; a torn text prints the project's name between it and the label "项目名称". */
function titleAbove(
  text: string,
  name: RegExp,
  { from, to }: { from: number; to: number },
  between: 'torn' | 'line' | 'none',
): { start: number; text: string; behind: string } | null {
  const found = [...text.slice(from, to).matchAll(name)].findLast((match) => match[0].trim().length > 1);
  if (found === undefined) return null;
  const printed = text
    .slice(from + found.index + found[0].length, to)
    .replace(UNIT, '')
    .trim();
  const behind = printed.replace(/[|\s]+/g, ' ');
  const isName = behind.length <= LONGEST_NAME && !/[\d。：:]/.test(behind);
  const isLine = !/[\n|]/.test(printed) && !LABEL_PIECE.test(behind);
  if (behind !== '' && !(isName && (between === 'torn' || (between === 'line' && isLine)))) return null;
  return { start: from + found.index, text: found[0].replace(/[|\s]+/g, ' ').trim(), behind };
}

const LONGEST_NAME = 40;
/** "项目名 某专项 称 主管部": a label that was cut in two around its value. */
const LABEL_PIECE = /项目名|名称|主管|实施|单位|^称|称$/;

/** 主管部门 | … right below the form's name: the line between them is the project's name, whose label was torn off. */
const FIRST_FIELD = /^(主管(部门|单位)|(项目)?实施单位)/;

function withName(rows: FormFields['rows'], name: string): FormFields['rows'] {
  const [own, ...others] = rows;
  if (own === undefined) return rows;
  if (!FIRST_FIELD.test(own.cells[0]!)) return [{ ...own, cells: [own.cells[0]!, name] }, ...others];
  return [{ start: own.start, cells: ['项目名称', name] }, ...rows];
}

/** Where the last name of a form ends that fills its line, before `to`; what stands above it is of another form. */
function lastTitle(text: string, name: RegExp, from: number, to: number): number {
  const titles = [...text.slice(from, to).matchAll(name)].filter(
    ({ 0: found, index }) =>
      /表/.test(found) &&
      (from + index === 0 || /[\n|]\s*$/.test(text.slice(0, from + index))) &&
      /[\n|]\s*$/.test(found),
  );
  const last = titles.at(-1);
  return last === undefined ? 0 : from + last.index + last[0].length;
}

/**
 * The last name of a project above the money, and below the title of its form; where there is none, the last label before its
 * first figure. 项目名称 in front of the header of another column heads a list.
 */
function openingOf(tokens: readonly FormToken[], title: number): number {
  const headsList = (index: number) =>
    tokens.slice(index + 1).find((token) => !isFiller(token))?.kind === 'column';
  const name = tokens.findLastIndex(
    ({ kind, start }, index) => kind === 'name' && start >= title && !headsList(index),
  );
  if (name >= 0 && !isOfAnotherForm(tokens.slice(name + 1))) return name;
  const other = tokens.findLastIndex(({ kind }) => kind === 'figure' || kind === 'end' || kind === 'column');
  const field = tokens.findIndex(
    ({ kind, start }, index) => index > other && start >= title && (kind === 'field' || kind === 'funds'),
  );
  return field >= 0 ? field : tokens.length;
}

function rowsOf(tokens: readonly FormToken[]): Pick<FormFields, 'rows' | 'left'> {
  const rows: { start: number; cells: string[] }[] = [];
  const left: { start: number; text: string }[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.kind === 'name' || token.kind === 'field') {
      const value = tokens.slice(index + 1, nextLabel(tokens, index));
      const printed = value
        .map(({ text }) => text)
        .join('')
        .replace(/^[\s:：]+/, '');
      const [own = '', ...rest] = printed
        .trim()
        .split(/\s*[|\n]\s*/)
        .filter((part) => part !== '');
      rows.push({
        start: token.start,
        cells: [token.text.replace(/[\s|]+/g, ''), own.slice(0, LONGEST_VALUE)],
      });
      const words = [own.slice(LONGEST_VALUE), ...rest].join(' ').trim();
      if (words !== '') left.push({ start: token.start, text: words });
      index += value.length;
    } else if (token.kind !== 'funds') addWords(left, token);
  }
  return { rows, left };
}

/** 年度总体目标 and only then 主管部门, behind the name and before the money: the name is the one above, or the text is torn. */
function isOfAnotherForm(behindName: readonly FormToken[]): boolean {
  const goals = behindName.findIndex(({ kind }) => kind === 'end');
  return goals >= 0 && behindName.slice(goals).some(({ text }) => FIRST_FIELD.test(text.replace(/\s+/g, '')));
}

/** Words that follow one another in the text stay one piece. */
function addWords(left: { start: number; text: string }[], { start, text }: FormToken): void {
  const last = left.at(-1);
  if (last !== undefined && last.start + last.text.length === start) last.text += text;
  else left.push({ start, text });
}

function nextLabel(tokens: readonly FormToken[], index: number): number {
  const next = tokens.findIndex(
    ({ kind }, at) => at > index && ['name', 'field', 'funds', 'end', 'column'].includes(kind),
  );
  return next < 0 ? tokens.length : next;
}
