/** What becomes of a figure: claimed by a fact or a claim, or not, and why. */
import { letGo, type Reading } from './reading.ts';

/** `ignored` where it certainly says nothing about money or staff. */
export type Fate = { claimed: true } | { claimed: false; ignored: boolean; reason: string };

export const CLAIMED: Fate = { claimed: true };
export const ignored = (reason: string): Fate => ({ claimed: false, ignored: true, reason });
export const unclaimed = (reason: string): Fate => ({ claimed: false, ignored: false, reason });

/** Behind a figure of something else, a clause without a subject does not go on with the old one. */
export function leaveSubject(reading: Reading, fate: Fate): Fate {
  letGo(reading);
  return fate;
}
