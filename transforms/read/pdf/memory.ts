/** PDFium answers through pointers: one small scratch area of its memory, read right after each call. */
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';

/** The parts of the compiled module that this project reads; its views are renewed when the memory grows. */
interface ModuleMemory {
  HEAPU8: Uint8Array;
  HEAPU16: Uint16Array;
  HEAP32: Int32Array;
  HEAPF32: Float32Array;
  HEAPF64: Float64Array;
  wasmExports: { malloc(size: number): number; free(pointer: number): void };
}

export class Memory {
  private readonly module: ModuleMemory;
  private readonly owned = new Set<number>();

  constructor(pdfium: WrappedPdfiumModule) {
    this.module = pdfium.pdfium as unknown as ModuleMemory;
  }

  /** Throws where PDFium's memory is exhausted. */
  allocate(size: number): number {
    const pointer = this.module.wasmExports.malloc(size);
    if (pointer === 0) throw new Error(`PDFium has no memory for ${size} bytes`);
    this.owned.add(pointer);
    return pointer;
  }

  store(bytes: Uint8Array): number {
    const pointer = this.allocate(Math.max(bytes.length, 1));
    this.module.HEAPU8.set(bytes, pointer);
    return pointer;
  }

  free(pointer: number): void {
    if (this.owned.delete(pointer)) this.module.wasmExports.free(pointer);
  }

  freeAll(): void {
    for (const pointer of [...this.owned]) this.free(pointer);
  }

  /** A copy: the memory itself moves when it grows. */
  bytes(pointer: number, size: number): Uint8Array {
    return this.module.HEAPU8.slice(pointer, pointer + size);
  }

  int(pointer: number): number {
    return this.module.HEAP32[pointer >> 2]!;
  }

  float(pointer: number, index = 0): number {
    return this.module.HEAPF32[(pointer >> 2) + index]!;
  }

  double(pointer: number): number {
    return this.module.HEAPF64[pointer >> 3]!;
  }

  /** UTF-16LE of `bytes` bytes, its closing zero included. */
  text(pointer: number, bytes: number): string {
    const units = this.module.HEAPU16.subarray(pointer >> 1, (pointer >> 1) + Math.max(bytes / 2 - 1, 0));
    let text = '';
    for (const unit of units) text += String.fromCharCode(unit);
    return text;
  }
}
