/**
 * Numbers that Word counts itself ("一、", "（二）", "第三部分") stand in no text: without them a heading is a line like
 * any other. They are written into the paragraphs as Word shows them, before the file is read.
 * Formats as in ECMA-376, part 1, 17.9 (Numbering) and 17.18.59 (ST_NumberFormat).
 */

interface Level {
  format: string;
  /** "%1、": the counters of this level and those above it. */
  text: string;
  start: number;
}

type Levels = ReadonlyMap<number, Level>;

/** Longer properties than any program writes are passed over: each opening tag costs a search up to here. */
const PARAGRAPH_PROPERTIES = /<w:pPr\b[^<>]{0,200}>[\s\S]{0,8000}?<\/w:pPr>/g;
/** How a paragraph was set out before a tracked change. */
const FORMER_PROPERTIES = /<w:pPrChange\b[\s\S]{0,8000}?<\/w:pPrChange>/g;
const STYLE = /<w:pStyle w:val="([^"]{1,100})"/;
const NUMBERING = /<w:numPr>([\s\S]*?)<\/w:numPr>/;
const CHINESE_DIGITS = '〇一二三四五六七八九';
const DEEPEST = 9;

/** `document`, `numbering` and `styles` are the XML of the parts; gives the document with the numbers as text. */
export function writeListNumbers(document: string, numbering: string, styles: string): string {
  const lists = listsOf(numbering);
  if (lists.size === 0) return document;
  const ofStyle = numberingOfStyles(styles);
  const counters = new Map<Levels, number[]>();
  return document.replace(FORMER_PROPERTIES, '').replace(PARAGRAPH_PROPERTIES, (properties) => {
    const place = placeOf(properties, ofStyle);
    const levels = place === null ? undefined : lists.get(place.list);
    const label = levels && place ? nextLabel(levels, place.level, counters) : '';
    if (label === '') return properties;
    return `${properties.replace(NUMBERING, '')}<w:r><w:t>${label}</w:t></w:r>`;
  });
}

interface ListPlace {
  list: string;
  level: number;
}

function placeOf(properties: string, ofStyle: ReadonlyMap<string, ListPlace>): ListPlace | null {
  const styled = ofStyle.get(STYLE.exec(properties)?.[1] ?? '');
  const own = NUMBERING.exec(properties)?.[1];
  if (own === undefined) return styled ?? null;
  const list = attributeOf(own, 'numId') ?? styled?.list ?? '0';
  // List 0 takes the number of a style away.
  return list === '0' ? null : { list, level: Number(attributeOf(own, 'ilvl') ?? styled?.level ?? 0) };
}

function numberingOfStyles(styles: string): Map<string, ListPlace> {
  const found = new Map<string, ListPlace>();
  for (const [, id, body] of styles.matchAll(
    /<w:style\b[^<>]*w:styleId="([^"]{1,100})"[^<>]*>([\s\S]*?)<\/w:style>/g,
  )) {
    const numbering = NUMBERING.exec(body!)?.[1];
    const list = numbering === undefined ? undefined : attributeOf(numbering, 'numId');
    if (list !== undefined && list !== '0')
      found.set(id!, { list, level: Number(attributeOf(numbering!, 'ilvl') ?? 0) });
  }
  return found;
}

/** Lists by their number; several numbers may continue one and the same list. */
function listsOf(numbering: string): Map<string, Levels> {
  const abstract = new Map<string, Levels>();
  for (const [, id, body] of numbering.matchAll(
    /<w:abstractNum\b[^<>]*w:abstractNumId="(\d+)"[^<>]*>([\s\S]*?)<\/w:abstractNum>/g,
  ))
    abstract.set(id!, levelsOf(body!));
  const lists = new Map<string, Levels>();
  for (const [, id, body] of numbering.matchAll(/<w:num\b[^<>]*w:numId="(\d+)"[^<>]*>([\s\S]*?)<\/w:num>/g)) {
    const levels = abstract.get(attributeOf(body!, 'abstractNumId') ?? '');
    if (levels === undefined) continue;
    const restarts = /<w:startOverride\b/.test(body!);
    lists.set(id!, restarts ? new Map(levels) : levels);
  }
  return lists;
}

function levelsOf(body: string): Levels {
  const levels = new Map<number, Level>();
  for (const [, level, content] of body.matchAll(/<w:lvl\b[^<>]*w:ilvl="(\d)"[^<>]*>([\s\S]*?)<\/w:lvl>/g))
    levels.set(Number(level), {
      format: attributeOf(content!, 'numFmt') ?? 'decimal',
      text: attributeOf(content!, 'lvlText') ?? '',
      start: Number(attributeOf(content!, 'start') ?? 1),
    });
  return levels;
}

function attributeOf(xml: string, tag: string): string | undefined {
  return new RegExp(`<w:${tag}\\b[^<>]*?w:val="([^"]{0,100})"`).exec(xml)?.[1];
}

/** Counts on; a number on one level starts those below it anew. Bullets and unknown formats have no label. */
function nextLabel(levels: Levels, level: number, counters: Map<Levels, number[]>): string {
  const own = levels.get(level);
  if (own === undefined || level >= DEEPEST) return '';
  const counts = counters.get(levels) ?? [];
  counters.set(levels, counts);
  counts[level] = counts[level] === undefined ? own.start : counts[level] + 1;
  counts.length = level + 1;
  let known = own.format !== 'bullet';
  const label = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const above = levels.get(Number(digit) - 1);
    const print = FORMATS[above?.format ?? ''];
    known &&= print !== undefined;
    return print?.(counts[Number(digit) - 1] ?? above?.start ?? 1) ?? '';
  });
  return known ? label : '';
}

const FORMATS: Readonly<Record<string, (count: number) => string>> = {
  decimal: String,
  decimalZero: (count) => String(count).padStart(2, '0'),
  decimalFullWidth: (count) =>
    String(count).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  ideographDigital: chinese,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  upperLetter: (count) => String.fromCharCode(64 + ((count - 1) % 26) + 1),
  lowerLetter: (count) => String.fromCharCode(96 + ((count - 1) % 26) + 1),
};

function chinese(count: number): string {
  if (count < 10) return CHINESE_DIGITS[count] ?? String(count);
  if (count >= 100) return String(count);
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  return `${tens === 1 ? '' : CHINESE_DIGITS[tens]}十${ones === 0 ? '' : CHINESE_DIGITS[ones]}`;
}

function circled(count: number): string {
  return count >= 1 && count <= 20 ? String.fromCharCode(0x245f + count) : String(count);
}
