/** Recognising text in pictures needs a program and language data, so whoever may load them hands them in. */
import type { Box } from '../../document.ts';

export interface GreyImage {
  width: number;
  height: number;
  /** Row by row from the top; 0 is black. */
  pixels: Uint8Array;
}

/** How text is arranged in a picture: one line, several lines of one cell, a page of paragraphs and captions, or words anywhere. */
export type TextShape = 'line' | 'cell' | 'page' | 'sample';

export interface OcrLine {
  /** In pixels of the picture. */
  box: Box;
  words: readonly { text: string; box: Box }[];
}

export interface Ocr {
  /** Called before each page, so that a reader under a time limit can ask for more. */
  beginPage(): void;
  /** Throws where the recogniser fails or takes longer than it may. */
  recognise(image: GreyImage, shape: TextShape): Promise<readonly OcrLine[]>;
}
