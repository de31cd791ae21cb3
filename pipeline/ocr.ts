/**
 * Tesseract as the recogniser of scans. Its language data are looked for on this machine and nowhere else: nothing is
 * ever fetched, and nothing is kept beside the program.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { GreyImage, Ocr, OcrLine, TextShape } from '../transforms/read/pdf/ocr/ocr.ts';
import { OCR_DPI } from '../transforms/read/pdf/ocr/page-by-ocr.ts';

const LANGUAGE = 'chi_sim';
/** Reads digits better than what was trained on thousands of characters; most packages of tesseract bring it along. */
const DIGITS = 'eng';
/** Where the data of digits are wanting, the others may see nothing else in a number. */
const IN_NUMBERS = '0123456789.,-()%';
/** Where Debian, Ubuntu, Fedora, Arch, Homebrew and Windows put them; Debian's folder carries a version. */
const DEBIAN = '/usr/share/tesseract-ocr';
const FOLDERS = [
  '/usr/share/tesseract/tessdata',
  '/usr/share/tessdata',
  '/usr/local/share/tessdata',
  '/opt/homebrew/share/tessdata',
  'C:\\Program Files\\Tesseract-OCR\\tessdata',
];
/** One page takes 10–30 s on a slow core; a reader may take this much longer for each. */
export const SECONDS_A_PAGE = 90;

/** tesseract's page segmentation modes: a single line, a block of lines, words in no order. */
const MODES: Readonly<Record<TextShape, string>> = { line: '7', number: '7', cell: '6', sample: '11' };

export interface OcrOptions {
  /** A folder that is asked first. */
  tessdata?: string | null;
  /** Called before every page with the seconds it may take. */
  needsTime?: (seconds: number) => void;
}

/** The folder that holds `chi_sim.traineddata`; null where none does. */
export function findLanguageData(given: string | null = null): string | null {
  const prefix = process.env.TESSDATA_PREFIX;
  const candidates = [
    ...(given === null ? [] : [given]),
    ...(prefix === undefined || prefix === '' ? [] : [prefix, join(prefix, 'tessdata')]),
    ...debianFolders(),
    ...FOLDERS,
  ];
  return candidates.find((folder) => hasData(folder, LANGUAGE)) ?? null;
}

const hasData = (folder: string, language: string): boolean =>
  sizeOf(join(folder, `${language}.traineddata`)) >= LEAST_DATA;

/** The smallest that is published has 2.4 MB. On what a broken download left the recogniser hangs. */
const LEAST_DATA = 1_000_000;

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function debianFolders(): string[] {
  if (!existsSync(DEBIAN)) return [];
  return readdirSync(DEBIAN)
    .sort()
    .reverse()
    .map((version) => join(DEBIAN, version, 'tessdata'));
}

/** Starts the recogniser when the first page needs it; null where there are no language data. */
export function ocrWithTesseract({ tessdata, needsTime }: OcrOptions = {}): () => Promise<Ocr | null> {
  return async () => {
    const folder = findLanguageData(tessdata ?? null);
    if (folder === null) return null;
    // What cannot start at all says so before the first page.
    await recogniserFrom(folder, 'line');
    let until = Infinity;
    return {
      beginPage() {
        until = performance.now() + SECONDS_A_PAGE * 1000;
        needsTime?.(SECONDS_A_PAGE);
      },
      async recognise(image, shape) {
        if (performance.now() > until) throw new Error(`超过 ${SECONDS_A_PAGE} 秒`);
        const recognise = await recogniserFrom(folder, shape);
        return recognise(image, shape);
      },
    };
  };
}

type Recognise = (image: GreyImage, shape: TextShape) => Promise<OcrLine[]>;

/** One recogniser a folder and language: it takes half a second to start and 150 MB to keep, that of digits 60. */
const recognisers = new Map<string, Promise<Recognise>>();

function recogniserFrom(folder: string, shape: TextShape): Promise<Recognise> {
  const language = shape === 'number' && hasData(folder, DIGITS) ? DIGITS : LANGUAGE;
  const key = join(folder, language);
  const started = recognisers.get(key) ?? startRecogniser(folder, language);
  recognisers.set(key, started);
  // The next document may find the data mended.
  started.catch(() => recognisers.delete(key));
  return started;
}

async function startRecogniser(folder: string, language: string): Promise<Recognise> {
  const { createWorker, OEM } = await import('tesseract.js');
  const worker = await createWorker(language, OEM.LSTM_ONLY, {
    langPath: folder,
    gzip: false,
    cacheMethod: 'none',
    // Without a handler of its own it throws where nobody can catch it.
    errorHandler: () => {},
  });
  const { worker: thread } = worker as unknown as { worker: Thread };
  thread.unref();
  let set: TextShape | null = null;
  const setShape = async (shape: TextShape) => {
    if (set === shape) return;
    set = shape;
    const parameters = {
      tessedit_pageseg_mode: MODES[shape],
      tessedit_char_whitelist: shape === 'number' && language === LANGUAGE ? IN_NUMBERS : '',
      // Without a resolution every small picture is measured, and the guess printed.
      user_defined_dpi: String(OCR_DPI),
    };
    await worker.setParameters(parameters as Parameters<typeof worker.setParameters>[0]);
  };
  return async (image, shape) => {
    thread.ref();
    try {
      await setShape(shape);
      const { data } = await worker.recognize(asPgm(image), {}, { blocks: true, text: false });
      return linesOf(data.blocks ?? []);
    } finally {
      thread.unref();
    }
  };
}

/** The thread that tesseract.js starts: an idle one must not keep the program from ending, a busy one must. */
interface Thread {
  ref(): void;
  unref(): void;
}

interface Recognised {
  paragraphs: {
    lines: { bbox: Bbox; confidence: number; words: { text: string; bbox: Bbox }[] }[];
  }[];
}

interface Bbox {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

function linesOf(blocks: readonly Recognised[]): OcrLine[] {
  return blocks
    .flatMap((block) => block.paragraphs)
    .flatMap((paragraph) => paragraph.lines)
    .map(({ bbox, confidence, words }) => ({
      box: boxOf(bbox),
      confidence,
      words: words.map((word) => ({ text: word.text, box: boxOf(word.bbox) })),
    }));
}

function boxOf({ x0, y0, x1, y1 }: Bbox): OcrLine['box'] {
  return { left: x0, top: y0, right: x1, bottom: y1 };
}

/** Netpbm's grey format: a line of sizes and the pixels as they are. */
function asPgm({ width, height, pixels }: GreyImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels]);
}
