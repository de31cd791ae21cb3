/** Private-use characters that stand for the numbers and the functional items of a sentence while its words are matched. */

const FIRST_NUMBER = 0xe000;
const FIRST_ITEM = 0xf000;
const LAST_ITEM = 0xf7ff;

/** How many numbers of one sentence are looked at; the rest is unclaimed. */
export const MOST_NUMBERS = FIRST_ITEM - FIRST_NUMBER;
export const MOST_ITEMS = LAST_ITEM - FIRST_ITEM;
export const EQUIPMENT_OVER_1M = '\uf8f0';
export const OTHER_EQUIPMENT = '\uf8f1';

export const numberMark = (index: number): string => String.fromCharCode(FIRST_NUMBER + index);
export const itemMark = (index: number): string => String.fromCharCode(FIRST_ITEM + index);

export function numberIndex(character: string): number | null {
  const code = character.charCodeAt(0);
  return code >= FIRST_NUMBER && code < FIRST_ITEM ? code - FIRST_NUMBER : null;
}

export function itemIndex(character: string): number | null {
  const code = character.charCodeAt(0);
  return code >= FIRST_ITEM && code <= LAST_ITEM ? code - FIRST_ITEM : null;
}
