/** How much of one document is read. Documents are hostile input: a small file may unfold into gigabytes. */
import { DEFAULT_UNPACK_LIMITS, type UnpackLimits } from '../../sources/unpack.ts';

export interface ReadingLimits {
  /** Size of a file of any format. */
  bytes: number;
  /** Size of a text or HTML file: reports of thousands of pages stay far below. */
  textBytes: number;
  lines: number;
  /** Characters in one line. */
  lineLength: number;
  /** Slots of all tables together, merged and empty ones included. */
  cells: number;
  /** Rows or columns that one merged cell of a web page or Word file may cover. */
  span: number;
  /** Tags of a web page open at the same time; the time to read a page grows with its square. */
  nesting: number;
  sheets: number;
  /** Unpacking of .docx and .xlsx. */
  unpack: UnpackLimits;
}

/**
 * The longest published report seen has 400 pages, 30,000 cells and 3 MB of text. A printed form is at most some
 * dozens of columns wide; carelessly written pages leave a few hundred tags open; a budget book has a hundred sheets.
 */
export const DEFAULT_LIMITS: ReadingLimits = {
  bytes: 200 * 1024 * 1024,
  textBytes: 20 * 1024 * 1024,
  lines: 500_000,
  lineLength: 2_000_000,
  cells: 2_000_000,
  span: 256,
  nesting: 3_000,
  sheets: 300,
  // The parts of one document are in memory at the same time, as bytes and as text.
  unpack: { ...DEFAULT_UNPACK_LIMITS, inflatedBytes: 200_000_000 },
};
