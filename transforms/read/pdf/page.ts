/** What a PDF page holds before anything is understood: characters and pieces of rules, turned upright. */
import type { Box, ReadingNote } from '../document.ts';
import type { Turn } from './upright.ts';

export interface Character {
  text: string;
  /** Loose box: as high as the font, as wide as the advance. */
  box: Box;
  /** A space was printed between the character before and this one. */
  spaceBefore: boolean;
  /** Which piece of text of the file it belongs to; characters of one cell may come in several. */
  object: number;
  /** Quarter turns clockwise against the text of the page: a label printed upwards in a narrow cell has 3. */
  turned: Turn;
}

/** A straight piece of a drawn line: `position` across its direction, `start` to `end` along it. */
export interface Rule {
  direction: 'horizontal' | 'vertical';
  position: number;
  start: number;
  end: number;
}

export interface PdfPage {
  /** From 1. */
  number: number;
  width: number;
  height: number;
  characters: readonly Character[];
  rules: readonly Rule[];
  /** Share of the page that pictures cover, 0 to 1 (overlapping ones count twice, at most 1). */
  pictures: number;
  /** Path segments that draw anything: a page of text turned into outlines has thousands and no characters. */
  segments: number;
  /** Characters that the fonts give no meaning (no Unicode, replacement or private characters). */
  unreadable: number;
  notes: readonly ReadingNote[];
}
