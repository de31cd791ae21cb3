/** Recognising text in pictures needs a program and language data, so whoever may load them hands them in. */
import type { Box } from '../../document.ts';

export interface GreyImage {
  width: number;
  height: number;
  /** Row by row from the top; 0 is black. */
  pixels: Uint8Array;
}

/** What a picture holds: one line, one line that is a number, several lines below each other, or words anywhere. */
export type TextShape = 'line' | 'number' | 'cell' | 'sample';

export interface OcrLine {
  /** In pixels of the picture. */
  box: Box;
  /** Of the recogniser in its own reading, of 100. */
  confidence: number;
  words: readonly { text: string; box: Box }[];
}

export interface Ocr {
  /** Called before each page, so that a reader under a time limit can ask for more. */
  beginPage(): void;
  /** Throws where the recogniser fails or takes longer than it may. */
  recognise(image: GreyImage, shape: TextShape): Promise<readonly OcrLine[]>;
}
