/**
 * Hunan's 部门整体支出绩效评价基础数据表 flattened by a converter, to one line or to one cell a line, becomes rows with tabs
 * again. Everything else of the text stays as it is.
 */
import type { SourceLine } from '../text-lines.ts';
import { baseDataRows } from './base-data-rows.ts';
import { type LinesInstead, lineAt, offsetsOf, withLinesInstead } from './line-offsets.ts';

const OPENING = /财政供养[\s|]*人员[\s|]*情况/g;
/** What stands behind the money: other sections of the form, the next form, signatures. */
const CLOSING =
  /楼堂馆所|厉行节约|说\s*明\s*[:：]|填\s*表\s*人|整体支出绩效评价指标|绩效自评表|附\s*件|第[一二三四五六]部分/;
/** The form covers one page. */
const LONGEST = 4000;
/** A collection of a county's reports holds a hundred. */
const MOST_FORMS = 300;
/** The form's name and the note of its unit, in the line that the form begins in. */
const TITLE = /(?:20\d\d\s*年度?)?部门(?:[(（]单位[)）])?整体支出绩效(?:自?评价?)?基础数据表/;
const UNIT = /(?:金额)?单位\s*[:：]\s*[万千]?元/;

export function unfoldBaseData(lines: readonly SourceLine[]): readonly SourceLine[] {
  const text = lines.map((line) => line.text).join('\n');
  const openings = [...text.matchAll(OPENING)].slice(0, MOST_FORMS);
  if (openings.length === 0) return lines;
  const starts = offsetsOf(lines);
  const cuts = openings.flatMap(({ index }) => cutAt(lines, starts, text, index) ?? []);
  return withLinesInstead(lines, cuts);
}

/** The lines from the one that holds `start` to the one that the form ends in, with the form as rows. */
function cutAt(
  lines: readonly SourceLine[],
  starts: readonly number[],
  text: string,
  start: number,
): LinesInstead | null {
  const closing = text.slice(start, start + LONGEST).search(CLOSING);
  const end = closing < 0 ? Math.min(text.length, start + LONGEST) : start + closing;
  if (isRuled(text.slice(start, end))) return null;
  const { compact, offsets } = compactOf(text, start, end);
  const rows = baseDataRows(compact);
  if (rows === null) return null;
  const own = lineAt(starts, start);
  const last = lineAt(starts, end - 1);
  // "部门整体支出绩效评价基础数据表 |" above rows with pipes is their name, and no table.
  const named = pipedTitleAbove(lines, own);
  const first = named ?? own;
  const numberAt = (offset: number) => lines[lineAt(starts, offset)]!.number;
  const above = text.slice(starts[first], start);
  const before = named === null ? above : above.replaceAll('|', '');
  const behind = text.slice(end, starts[last]! + lines[last]!.text.length);
  return {
    first,
    last,
    lines: [
      ...captionsOf(before, lines[first]!.number),
      ...rows
        .filter(({ cells }) => cells.length > 0)
        .map(({ start: at, cells }) => ({
          text: cells.join('\t'),
          number: numberAt(offsets[at] ?? start),
        })),
      { text: '', number: lines[last]!.number },
      ...rows
        .filter(({ left }) => left !== '')
        .map(({ start: at, left }) => ({ text: left, number: numberAt(offsets[at] ?? start) })),
      ...(behind.trim() === '' ? [] : [{ text: behind, number: lines[last]!.number }]),
    ],
  };
}

/** Lines without words between a name and its form. */
const WIDEST_GAP = 3;

function pipedTitleAbove(lines: readonly SourceLine[], line: number): number | null {
  for (let above = line - 1; above >= Math.max(0, line - 1 - WIDEST_GAP); above--) {
    const words = lines[above]!.text.replace(/[|\s]/g, '');
    if (words === '') continue;
    return lines[above]!.text.includes('|') && TITLE.exec(words)?.[0] === words ? above : null;
  }
  return null;
}

/** "附件1 部门整体支出绩效评价基础数据表 填报单位：某局 单位：万元 ": each for itself, the rest as it is. */
function captionsOf(before: string, number: number): SourceLine[] {
  const title = TITLE.exec(before.replace(/\s/g, ' '));
  if (title === null) return before.trim() === '' ? [] : [{ text: before, number }];
  const [above, own] = [before.slice(0, title.index), before.slice(title.index + title[0].length)];
  const unit = UNIT.exec(own)?.[0] ?? '';
  return [above, title[0], own.replace(unit, '').trim(), unit]
    .filter((text) => text.trim() !== '')
    .map((text) => ({ text, number }));
}

/**
 * Rows that still stand in columns: in HTML, or with tabs or pipes and an empty cell in front of the staff. Where the text
 * dropped empty cells, a row that has fewer would be read under its neighbour's header.
 */
function isRuled(form: string): boolean {
  if (/<\/?t[dhr]\b/i.test(form)) return true;
  return (
    /(?:^|\n)[ \u3000]*\t|\t[ \u3000]*(?:\t|\n)/.test(form) ||
    /\|[ \u3000]*\|[^|\n]*\d[^|\n]*\|[^|\n]*\d/.test(form)
  );
}

/** Without the spaces and pipes beside any character that is no digit: only figures are told apart by them. */
function compactOf(
  text: string,
  start: number,
  end: number,
): { compact: string; offsets: readonly number[] } {
  const kept: string[] = [];
  const offsets: number[] = [];
  let gap = false;
  for (let at = start; at < end; at++) {
    const character = text[at]!;
    if (/[\s|]/.test(character)) {
      gap = true;
      continue;
    }
    const between = gap && /[\d.%—–－/-]/.test(character) && /[\d.%—–－/-]/.test(kept.at(-1) ?? '');
    if (between) {
      kept.push(' ');
      offsets.push(at);
    }
    kept.push(character);
    offsets.push(at);
    gap = false;
  }
  return { compact: kept.join(''), offsets };
}
