/**
 * Draws small PDFs for tests: Chinese text in a standard font that is not embedded, rules as strokes or thin
 * rectangles. Coordinates are points from the top left of the sheet, as in a Document.
 */

export interface SheetOptions {
  width?: number;
  height?: number;
  /** /Rotate: degrees clockwise. */
  rotate?: 0 | 90 | 180 | 270;
  /** /CropBox as left, bottom, right, top in PDF space. */
  crop?: readonly [number, number, number, number];
}

export class Sheet {
  readonly options: SheetOptions;
  readonly #operators: string[] = [];
  #form: string | null = null;
  #formMatrix = '1 0 0 1 0 0';
  hasPicture = false;

  constructor(options: SheetOptions = {}) {
    this.options = options;
  }

  get width(): number {
    return this.options.width ?? 595;
  }

  get height(): number {
    return this.options.height ?? 842;
  }

  /** `left`, `top`: the upper left corner of the first character. */
  text(left: number, top: number, text: string, size = 10): this {
    this.#operators.push(
      `BT /F1 ${size} Tf ${left} ${this.height - top - 0.88 * size} Td <${hex(text)}> Tj ET`,
    );
    return this;
  }

  /** Text mode 3: neither filled nor stroked. */
  hidden(left: number, top: number, text: string, size = 10): this {
    this.#operators.push('q 3 Tr');
    this.text(left, top, text, size);
    this.#operators.push('Q');
    return this;
  }

  /** Black is 0, white is 1. */
  shaded(left: number, top: number, text: string, grey: number, size = 10): this {
    this.#operators.push(`q ${grey} g`);
    this.text(left, top, text, size);
    this.#operators.push('Q');
    return this;
  }

  /** Text that runs at an angle (degrees, anticlockwise), like a watermark or a table laid on its side. */
  turned(x: number, y: number, degrees: number, text: string, size = 10): this {
    const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    const matrix = [c, s, -s, c].map((value) => value.toFixed(5)).join(' ');
    this.#operators.push(`BT /F1 ${size} Tf ${matrix} ${x} ${this.height - y} Tm <${hex(text)}> Tj ET`);
    return this;
  }

  line(x1: number, y1: number, x2: number, y2: number): this {
    this.#operators.push(`0.5 w ${x1} ${this.height - y1} m ${x2} ${this.height - y2} l S`);
    return this;
  }

  /** A filled rectangle; thin ones are how some producers draw borders. */
  fill(left: number, top: number, width: number, height: number): this {
    this.#operators.push(`${left} ${this.height - top - height} ${width} ${height} re f`);
    return this;
  }

  /** A stroked rectangle. */
  frame(left: number, top: number, width: number, height: number): this {
    this.#operators.push(`0.5 w ${left} ${this.height - top - height} ${width} ${height} re S`);
    return this;
  }

  /** A ring and a bar across it, as of a seal or a stamp. `colour`: red, green and blue, from 0 to 1. */
  seal(left: number, top: number, diameter: number, colour: readonly [number, number, number]): this {
    const [radius, bend] = [diameter / 2, diameter * 0.276];
    const [x, y] = [left + radius, this.height - top - radius];
    const quarter = (dx: number, dy: number) => {
      const [fromX, fromY, toX, toY] = [x + dx * radius, y + dy * radius, x - dy * radius, y + dx * radius];
      const control = [fromX - dy * bend, fromY + dx * bend, toX + dx * bend, toY + dy * bend];
      return `${fromX} ${fromY} m ${control.join(' ')} ${toX} ${toY} c S`;
    };
    const ring = [quarter(1, 0), quarter(0, 1), quarter(-1, 0), quarter(0, -1)].join('\n');
    const bar = `${x - radius / 2} ${y - diameter / 16} ${radius} ${diameter / 8} re f`;
    const ink = colour.join(' ');
    this.#operators.push(`q ${ink} RG ${ink} rg ${diameter / 24} w\n${ring}\n${bar}\nQ`);
    return this;
  }

  /** All rules of a grid as strokes. */
  grid(xs: readonly number[], ys: readonly number[]): this {
    for (const x of xs) this.line(x, ys[0]!, x, ys.at(-1)!);
    for (const y of ys) this.line(xs[0]!, y, xs.at(-1)!, y);
    return this;
  }

  /** Puts what was drawn so far into a form XObject that is painted under `matrix`. */
  asForm(matrix: string): this {
    this.#form = this.#operators.splice(0).join('\n');
    this.#formMatrix = matrix;
    return this;
  }

  /** A grey picture. */
  picture(left: number, top: number, width: number, height: number): this {
    this.hasPicture = true;
    this.#operators.push(`q ${width} 0 0 ${height} ${left} ${this.height - top - height} cm /P1 Do Q`);
    return this;
  }

  get form(): string | null {
    return this.#form;
  }

  get content(): string {
    const painted = this.#form === null ? '' : `q ${this.#formMatrix} cm /X1 Do Q\n`;
    return painted + this.#operators.join('\n');
  }
}

export interface PdfOptions {
  title?: string;
  /** Writes an encryption dictionary that no empty password opens. */
  encrypted?: boolean;
}

export function makePdf(sheets: readonly Sheet[], options: PdfOptions = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const pages = 2;
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
  );
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>',
  );
  add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 ' +
      '/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  );
  add(
    stream(
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
      'x',
    ),
  );
  const kids: number[] = [];
  for (const sheet of sheets) {
    const box = `/MediaBox [0 0 ${sheet.width} ${sheet.height}]`;
    const crop = sheet.options.crop ? ` /CropBox [${sheet.options.crop.join(' ')}]` : '';
    const rotate = sheet.options.rotate ? ` /Rotate ${sheet.options.rotate}` : '';
    const content = add(stream('', sheet.content));
    const form =
      sheet.form === null
        ? 0
        : add(
            stream(
              `/Type /XObject /Subtype /Form /BBox [-2000 -2000 4000 4000] /Resources << /Font << /F1 3 0 R >> >>`,
              sheet.form,
            ),
          );
    const xObjects = [sheet.hasPicture ? '/P1 6 0 R' : '', form ? `/X1 ${form} 0 R` : ''].join(' ');
    const resources = `/Resources << /Font << /F1 3 0 R >> /XObject << ${xObjects} >> >>`;
    kids.push(
      add(
        `<< /Type /Page /Parent ${pages} 0 R ${box}${crop}${rotate} ${resources} /Contents ${content} 0 R >>`,
      ),
    );
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  return assemble(objects, options);
}

function assemble(objects: readonly string[], options: PdfOptions): Uint8Array {
  let text = '%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n';
  const all = [...objects];
  let trailer = '/Root 1 0 R';
  if (options.title) trailer += ` /Info ${all.push(`<< /Title <FEFF${hex(options.title)}> >>`)} 0 R`;
  if (options.encrypted) {
    const key = 'ab'.repeat(32);
    const dictionary = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >>`;
    trailer += ` /Encrypt ${all.push(dictionary)} 0 R /ID [<${key}> <${key}>]`;
  }
  const offsets = all.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer << /Size ${all.length + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function stream(dictionary: string, content: string): string {
  return `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** UCS-2, big end first. */
function hex(text: string): string {
  return Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, '0'),
  ).join('');
}
