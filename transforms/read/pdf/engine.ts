/**
 * PDFium, compiled to WebAssembly, behind the few things a reader asks of it: how many pages, what a page holds,
 * what the file says of itself. Everything a document took is given back when it closes.
 */
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { UnreadableDocument } from '../document.ts';
import { withDirectCalls } from './direct-calls.ts';
import type { PdfLimits } from './limits.ts';
import { Memory } from './memory.ts';
import type { GreyImage } from './ocr/ocr.ts';
import type { PdfPage } from './page.ts';
import { readPage } from './read-page.ts';
import { renderPage } from './render-page.ts';
import './web-assembly.ts';

export interface PdfEngine {
  /** Throws UnreadableDocument (`pdf_encrypted`, `pdf_broken`, `pdf_no_pages`). Close what was opened. */
  open(bytes: Uint8Array): PdfFile;
}

export interface PdfFile {
  readonly pageCount: number;
  /** Title, Author, Creator, Producer, CreationDate, … where the file has them. */
  readonly properties: Readonly<Record<string, string>>;
  /** `index` from 0; null where the page cannot be loaded. */
  readPage(index: number, limits: PdfLimits): PdfPage | null;
  /** `index` from 0; upright, `dpi` pixels an inch; null where the page cannot be loaded or is larger than any sheet. */
  renderPage(index: number, dpi: number): GreyImage | null;
  close(): void;
}

/** FPDF_GetLastError, fpdfview.h. */
const PASSWORD_ERROR = 4;
const SECURITY_ERROR = 5;

const PROPERTY_NAMES = [
  'Title',
  'Author',
  'Subject',
  'Keywords',
  'Creator',
  'Producer',
  'CreationDate',
  'ModDate',
];

/** `compiled`: @embedpdf/pdfium's pdfium.wasm. One engine reads any number of documents, one after the other. */
export async function createPdfEngine(compiled: WebAssembly.Module): Promise<PdfEngine> {
  const pdfium = withDirectCalls(await init({ instantiateWasm: instantiate(compiled) }));
  pdfium.PDFiumExt_Init();
  return { open: (bytes) => openFile(pdfium, bytes) };
}

/** Emscripten's hook for whoever has the module already. */
function instantiate(compiled: WebAssembly.Module) {
  return (imports: object, receive: (instance: WebAssembly.Instance) => void) => {
    const instance = new WebAssembly.Instance(compiled, imports);
    // Emscripten is not ready for it before this function has returned.
    queueMicrotask(() => receive(instance));
    return {};
  };
}

function openFile(pdfium: WrappedPdfiumModule, bytes: Uint8Array): PdfFile {
  const memory = new Memory(pdfium);
  try {
    const document = pdfium.FPDF_LoadMemDocument(memory.store(bytes), bytes.length, '');
    if (document === 0) throw refusal(pdfium.FPDF_GetLastError());
    return new OpenFile(pdfium, memory, document);
  } catch (error) {
    memory.freeAll();
    throw error;
  }
}

function refusal(error: number): UnreadableDocument {
  if (error === PASSWORD_ERROR || error === SECURITY_ERROR) {
    return new UnreadableDocument('pdf_encrypted', '文件加密，需要口令才能打开；请取得未加密的文件');
  }
  return new UnreadableDocument('pdf_broken', `文件不是完整的 PDF（PDFium 错误 ${error}）；请重新下载`);
}

class OpenFile implements PdfFile {
  readonly pageCount: number;
  readonly properties: Readonly<Record<string, string>>;
  readonly #pdfium: WrappedPdfiumModule;
  readonly #memory: Memory;
  readonly #document: number;

  constructor(pdfium: WrappedPdfiumModule, memory: Memory, document: number) {
    this.#pdfium = pdfium;
    this.#memory = memory;
    this.#document = document;
    this.pageCount = pdfium.FPDF_GetPageCount(document);
    if (this.pageCount === 0) {
      this.close();
      throw new UnreadableDocument('pdf_no_pages', 'PDF 文件没有任何页面；请重新取得文件');
    }
    this.properties = readProperties(pdfium, memory, document);
  }

  readPage(index: number, limits: PdfLimits): PdfPage | null {
    return readPage(this.#pdfium, this.#memory, this.#document, index, limits);
  }

  renderPage(index: number, dpi: number): GreyImage | null {
    return renderPage(this.#pdfium, this.#memory, this.#document, index, dpi);
  }

  close(): void {
    this.#pdfium.FPDF_CloseDocument(this.#document);
    this.#memory.freeAll();
  }
}

/** The longest property worth keeping, in bytes of UTF-16; metadata streams can be of any size. */
const LONGEST_PROPERTY = 4_096;

function readProperties(
  pdfium: WrappedPdfiumModule,
  memory: Memory,
  document: number,
): Readonly<Record<string, string>> {
  const properties: Record<string, string> = {};
  for (const name of PROPERTY_NAMES) {
    const size = pdfium.FPDF_GetMetaText(document, name, 0, 0);
    if (size <= 2 || size > LONGEST_PROPERTY) continue;
    const buffer = memory.allocate(size);
    pdfium.FPDF_GetMetaText(document, name, buffer, size);
    const text = memory.text(buffer, size).trim();
    if (text !== '') properties[name] = text;
    memory.free(buffer);
  }
  return properties;
}
