/** How the workbook looks: one palette, one place. */
import type { CellStyle, FontStyle } from 'hucre';

export const FONT: FontStyle = { name: '微软雅黑', size: 10 };

const colour = (rgb: string) => ({ rgb });
const fill = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: colour(rgb) }) as const;
const font = (more: FontStyle): FontStyle => ({ ...FONT, ...more });

export const PALETTE = {
  ink: '1F2937',
  heading: '1F3864',
  faint: '8A94A6',
  link: '1F4E9E',
  rule: 'D0D7E2',
  ground: 'EEF2F8',
  bar: 'B9CCE8',
  error: 'FBE3E1',
  warning: 'FDF1D3',
  series: ['1F4E9E', 'C0504D', '4F8F46', '8064A2', 'D98E2B', '2C9AB7', '7F7F7F', 'A0526B'],
} as const;

const hair = { style: 'thin', color: colour(PALETTE.rule) } as const;
const box = { top: hair, right: hair, bottom: hair, left: hair };
/** Where one metric or bureau ends and the next begins. */
const boundary = { ...box, top: { style: 'medium', color: colour(PALETTE.heading) } } as const;

export const STYLES = {
  title: {
    font: font({ size: 18, bold: true, color: colour(PALETTE.heading) }),
    alignment: { vertical: 'center' },
  },
  subtitle: {
    font: font({ color: colour(PALETTE.faint) }),
    alignment: { vertical: 'center', wrapText: true },
  },
  section: {
    font: font({ size: 12, bold: true, color: colour(PALETTE.heading) }),
    alignment: { vertical: 'center' },
  },
  header: {
    font: font({ bold: true, color: colour('FFFFFF') }),
    fill: fill(PALETTE.heading),
    border: box,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  text: { font: FONT, border: box, alignment: { vertical: 'center', wrapText: true } },
  centred: {
    font: FONT,
    border: box,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  number: { font: FONT, border: box, alignment: { horizontal: 'right', vertical: 'center' } },
  /** A word in the place of a number. */
  gap: {
    font: font({ italic: true, color: colour(PALETTE.faint) }),
    border: box,
    alignment: { horizontal: 'center', vertical: 'center' },
  },
  /** Where a chart reads and nothing was published: a word would be drawn as zero. */
  hole: { font: FONT, fill: fill(PALETTE.ground), border: box },
  plain: { font: FONT, alignment: { vertical: 'center', wrapText: true } },
  label: {
    font: font({ bold: true }),
    fill: fill(PALETTE.ground),
    border: box,
    alignment: { vertical: 'center' },
  },
} as const satisfies Record<string, CellStyle>;

export const FORMATS = {
  /** 万元, converted from yuan. */
  tenThousand: '#,##0.00',
  amount: '#,##0.00',
  whole: '#,##0',
  /** For figures that are not whole; an optional decimal point would stay behind whole ones. */
  decimals: '#,##0.00##',
  /** A fraction of 1. */
  percent: '0.00%',
  change: '+0.00%;-0.00%;0.00%',
  text: '@',
} as const;

export const LINK_FONT: FontStyle = font({ color: colour(PALETTE.link), underline: true });

/** The first row of a block. */
export const asBoundary = remembered((style) => ({ ...style, border: boundary }));

/** A word in the place of a number stays grey: the colour of a link is for figures and names. */
export const asLink = remembered((style) => ({
  ...style,
  font: style.font?.italic ? { ...style.font, underline: true } : LINK_FONT,
}));

/** For sheets of tens of thousands of rows, which the grid lines of the sheet rule at no cost. */
export const asUnruled = remembered(({ border: _, ...style }) => style);

/** Kept as typed even when a reader edits the cell. */
export const asText = remembered((style) => ({ ...style, numFmt: FORMATS.text }));

/** The same style for the same style: tens of thousands of cells share a dozen. */
function remembered(change: (style: CellStyle) => CellStyle): (style: CellStyle) => CellStyle {
  const known = new WeakMap<CellStyle, CellStyle>();
  return (style) => {
    const changed = known.get(style) ?? change(style);
    known.set(style, changed);
    return changed;
  };
}
