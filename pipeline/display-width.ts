/** How many columns of a terminal a text takes: a Chinese character takes two. */

// East Asian Wide and Fullwidth (Unicode 15.1, EastAsianWidth.txt): 三, （, ＡＢ, 、
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{20000}-\u{3fffd}]/u;
// Colours: ESC [ 31 m
const COLOUR = /\u001b\[[0-9;]*m/g;
// Accents and joiners stand on the character before them.
const NO_WIDTH = /[\p{Mn}\p{Me}\u200b-\u200f\ufeff]/u;

export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text.replace(COLOUR, '')) width += widthOf(character);
  return width;
}

function widthOf(character: string): number {
  if (NO_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** The beginning of `text` that fits, with … where something was left out. */
export function fitWidth(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let width = 0;
  let fitted = '';
  for (const character of text) {
    width += widthOf(character);
    if (width > columns - 1) break;
    fitted += character;
  }
  return `${fitted}…`;
}

/** `text` over as many lines as it takes; a line breaks after a blank or a Chinese character, else where it must. */
export function wrapWidth(text: string, columns: number): string {
  const lines: string[] = [];
  let line = '';
  for (const part of text.match(UNBROKEN) ?? []) {
    if (displayWidth(line + part.trimEnd()) > columns && line !== '') {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
    while (displayWidth(line.trimEnd()) > columns) {
      const head = headOf(line, columns);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return [...lines, line.trimEnd()].join('\n');
}

// A word, or a figure with its unit, or one Chinese character; with the blanks and stops behind it: 358.84万元， 支
const UNBROKEN = /(?:[^\s\u2e80-\uffef]+(?:[万亿]?元)?|\S)[\s，。；：、）》”]*|\s+/gu;

function headOf(text: string, columns: number): string {
  let width = 0;
  let head = '';
  for (const character of text) {
    width += widthOf(character);
    if (width > columns && head !== '') break;
    head += character;
  }
  return head;
}

export function padWidth(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}
