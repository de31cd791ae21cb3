/** Bold made by printing twice, and shadows: the same character at nearly the same place is one character. */
import type { Box } from '../document.ts';
import { height, overlapX, overlapY, width } from './geometry.ts';
import type { Character } from './page.ts';

/** The same character again within a third of its width is bold by overprinting (or a shadow), not a second one. */
export function printedOnce(characters: readonly Character[]): Character[] {
  const placesOf = new Map<string, Map<number, Character[]>>();
  const once: Character[] = [];
  for (const character of characters) {
    const places = placesOf.get(character.text) ?? new Map<number, Character[]>();
    if (places.size === 0) placesOf.set(character.text, places);
    if (places.size > 0 && isAgain(character.box, places)) continue;
    const home = placeOf(character.box.left, character.box.top);
    const here = places.get(home);
    if (here) here.push(character);
    else places.set(home, [character]);
    once.push(character);
  }
  return once;
}

/** Side of the squares in which overprints are looked for, so that a page of one character is no trap. */
const SQUARE = 40;

/** More squares than any page has in a row. */
const ROW_OF_SQUARES = 1 << 20;

function placeOf(left: number, top: number): number {
  return Math.floor(left / SQUARE) + ROW_OF_SQUARES * Math.floor(top / SQUARE);
}

/** In the squares that its corner, moved by a third of it, may lie in: one or four. */
function isAgain(box: Box, places: ReadonlyMap<number, readonly Character[]>): boolean {
  const dx = width(box) / 3;
  const dy = height(box) / 3;
  const first = placeOf(box.left - dx, box.top - dy);
  const last = placeOf(box.left + dx, box.top + dy);
  if (holds(places.get(first), box)) return true;
  return (
    first !== last &&
    (holds(places.get(placeOf(box.left - dx, box.top + dy)), box) ||
      holds(places.get(placeOf(box.left + dx, box.top - dy)), box) ||
      holds(places.get(last), box))
  );
}

function holds(others: readonly Character[] | undefined, box: Box): boolean {
  return others?.some((other) => overprints(box, other.box)) ?? false;
}

function overprints(a: Box, b: Box): boolean {
  return (
    overlapX(a, b) > 0.67 * Math.min(width(a), width(b)) &&
    overlapY(a, b) > 0.67 * Math.min(height(a), height(b))
  );
}
