/**
 * Tesseract as the recogniser of scans. Its language data are looked for on this machine and nowhere else: nothing is
 * ever fetched, and nothing is kept beside the program.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { GreyImage, Ocr, OcrLine, TextShape } from '../transforms/read/pdf/ocr/ocr.ts';
import { OCR_DPI } from '../transforms/read/pdf/ocr/page-by-ocr.ts';

const LANGUAGE = 'chi_sim';
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

/** tesseract's page segmentation modes: a single line, a block of lines, a column of text of various sizes, words in no order. */
const MODES: Readonly<Record<TextShape, string>> = { line: '7', cell: '6', page: '4', sample: '11' };

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
  return candidates.find((folder) => sizeOf(join(folder, `${LANGUAGE}.traineddata`)) >= LEAST_DATA) ?? null;
}

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
    const recognise = await recogniserFrom(folder);
    let until = Infinity;
    return {
      beginPage() {
        until = performance.now() + SECONDS_A_PAGE * 1000;
        needsTime?.(SECONDS_A_PAGE);
      },
      async recognise(image, shape) {
        if (performance.now() > until) throw new Error(`超过 ${SECONDS_A_PAGE} 秒`);
        return recognise(image, shape);
      },
    };
  };
}

type Recognise = (image: GreyImage, shape: TextShape) => Promise<OcrLine[]>;

/** One recogniser a folder of language data: it takes half a second to start and 150 MB to keep. */
const recognisers = new Map<string, Promise<Recognise>>();

function recogniserFrom(folder: string): Promise<Recognise> {
  const started = recognisers.get(folder) ?? startRecogniser(folder);
  recognisers.set(folder, started);
  // The next document may find the data mended.
  started.catch(() => recognisers.delete(folder));
  return started;
}

async function startRecogniser(folder: string): Promise<Recognise> {
  const { createWorker, OEM } = await import('tesseract.js');
  const worker = await createWorker(LANGUAGE, OEM.LSTM_ONLY, {
    langPath: folder,
    gzip: false,
    cacheMethod: 'none',
    // Without a handler of its own it throws where nobody can catch it.
    errorHandler: () => {},
  });
  const { worker: thread } = worker as unknown as { worker: Thread };
  thread.unref();
  let mode = '';
  const setMode = async (shape: TextShape) => {
    if (mode === MODES[shape]) return;
    mode = MODES[shape];
    // Without a resolution every small picture is measured, and the guess printed.
    const parameters = { tessedit_pageseg_mode: mode, user_defined_dpi: String(OCR_DPI) };
    await worker.setParameters(parameters as Parameters<typeof worker.setParameters>[0]);
  };
  return async (image, shape) => {
    thread.ref();
    try {
      await setMode(shape);
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
    lines: { bbox: Bbox; words: { text: string; bbox: Bbox }[] }[];
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
    .map(({ bbox, words }) => ({
      box: boxOf(bbox),
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
