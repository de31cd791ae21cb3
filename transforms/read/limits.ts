/** How much of one document is read. Documents are hostile input: a small file may unfold into gigabytes. */
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
}

/** The longest published report seen has 400 pages, 30,000 cells and 3 MB of text. */
export const DEFAULT_LIMITS: ReadingLimits = {
  bytes: 200 * 1024 * 1024,
  textBytes: 20 * 1024 * 1024,
  lines: 500_000,
  lineLength: 2_000_000,
  cells: 2_000_000,
};
