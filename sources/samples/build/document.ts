/** A finished sample: where it goes, its bytes, whose it is, and what is printed in it. */
import type { PrintedFigure } from './figure.ts';
import type { Bureau } from './model/bureau.ts';

export interface SampleDocument {
  /** Below documents/, with `/` between folders. */
  path: string;
  bytes: Uint8Array;
  /** Null where the document names nobody, or is no report. */
  bureau: Bureau | null;
  scope: 'department' | 'unit';
  fiscalYear: number | null;
  /** Figures a careful reader finds in it; `step` is the smallest amount its print can show, in the figure's unit. */
  printed: readonly (PrintedFigure & { step: number })[];
  /** Why a night must refuse it; null where it is to be read. */
  refused: string | null;
  /** Relations that are meant not to hold, each with the concept whose figure is wrong. */
  slips?: readonly Slip[];
}

export interface Slip {
  concept: string;
  /** What a careful reader objects to. */
  what: string;
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
