/** Bold made by printing twice, and shadows: the same character at nearly the same place is one character. */
import type { Box } from '../document.ts';
import { height, overlapX, overlapY, width } from './geometry.ts';
import type { Character } from './page.ts';

/** The same character again within a third of its width is bold by overprinting (or a shadow), not a second one. */
export function printedOnce(characters: readonly Character[]): Character[] {
  const places = new Map<string, Character[]>();
  return characters.filter((character) => {
    const near = placesNear(character.box).map((place) => character.text + place);
    if (near.some((place) => places.get(place)?.some((other) => overprints(character.box, other.box))))
      return false;
    const home = character.text + placeOf(character.box.left, character.box.top);
    const here = places.get(home);
    if (here) here.push(character);
    else places.set(home, [character]);
    return true;
  });
}

/** Side of the squares in which overprints are looked for, so that a page of one character is no trap. */
const SQUARE = 12;

function placeOf(left: number, top: number): string {
  return `${Math.floor(left / SQUARE)},${Math.floor(top / SQUARE)}`;
}

function placesNear(box: Box): string[] {
  const [dx, dy] = [width(box) / 3, height(box) / 3];
  return [
    ...new Set([
      placeOf(box.left - dx, box.top - dy),
      placeOf(box.left - dx, box.top + dy),
      placeOf(box.left + dx, box.top - dy),
      placeOf(box.left + dx, box.top + dy),
    ]),
  ];
}

function overprints(a: Box, b: Box): boolean {
  return (
    overlapX(a, b) > 0.67 * Math.min(width(a), width(b)) &&
    overlapY(a, b) > 0.67 * Math.min(height(a), height(b))
  );
}
