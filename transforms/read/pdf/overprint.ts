/** Bold made by printing twice, and shadows: the same character at nearly the same place is one character. */
import type { Box } from '../document.ts';
import { height, overlapX, overlapY, width } from './geometry.ts';
import type { Character } from './page.ts';

/** The same character again within a third of its width is bold by overprinting (or a shadow), not a second one. */
export function printedOnce(characters: readonly Character[]): Character[] {
  const placesOf = new Map<string, Map<number, Character[]>>();
  return characters.filter((character) => {
    const places = placesOf.get(character.text) ?? new Map<number, Character[]>();
    placesOf.set(character.text, places);
    const isAgain = (place: number) =>
      places.get(place)?.some((other) => overprints(character.box, other.box)) ?? false;
    if (placesNear(character.box).some(isAgain)) return false;
    const home = placeOf(character.box.left, character.box.top);
    const here = places.get(home);
    if (here) here.push(character);
    else places.set(home, [character]);
    return true;
  });
}

/** Side of the squares in which overprints are looked for, so that a page of one character is no trap. */
const SQUARE = 12;

/** More squares than any page has in a row. */
const ROW_OF_SQUARES = 1 << 20;

function placeOf(left: number, top: number): number {
  return Math.floor(left / SQUARE) + ROW_OF_SQUARES * Math.floor(top / SQUARE);
}

function placesNear(box: Box): number[] {
  const [dx, dy] = [width(box) / 3, height(box) / 3];
  const first = placeOf(box.left - dx, box.top - dy);
  const last = placeOf(box.left + dx, box.top + dy);
  if (first === last) return [first];
  return [first, placeOf(box.left - dx, box.top + dy), placeOf(box.left + dx, box.top - dy), last];
}

function overprints(a: Box, b: Box): boolean {
  return (
    overlapX(a, b) > 0.67 * Math.min(width(a), width(b)) &&
    overlapY(a, b) > 0.67 * Math.min(height(a), height(b))
  );
}
