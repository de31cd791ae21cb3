import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../../../transforms/read/document.ts';
import { type ReadingOptions, readDocument } from '../../../transforms/read/read-document.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function refusal(
  content: Uint8Array,
  name: string,
  options?: ReadingOptions,
): Promise<UnreadableDocument> {
  const error = await readDocument(content, name, options).catch((caught: unknown) => caught);
  if (error instanceof UnreadableDocument) return error;
  throw new Error('was read');
}

describe('readDocument', () => {
  it('reads text whatever it is called', async () => {
    const document = await readDocument(bytes('示例局2024年度部门决算\n'), 'a.pdf');
    expect(document.mediaType).toBe('text/plain');
    expect(document.blocks).toHaveLength(1);
  });

  it.each([
    ['empty_file', new Uint8Array(), 'a.txt', {}],
    ['too_large', bytes('一二三'), 'a.txt', { limits: { bytes: 4 } }],
    ['too_large', bytes('一二三'), 'a.txt', { limits: { textBytes: 4 } }],
    ['too_large', bytes('一\n二\n三'), 'a.txt', { limits: { lines: 2 } }],
    ['too_large', bytes('一二三四五'), 'a.txt', { limits: { lineLength: 4 } }],
    ['too_large', bytes('a\tb\nc\td\n'), 'a.txt', { limits: { cells: 3 } }],
    ['unsupported_format', bytes('Rar!\x1a'), 'a.rar', {}],
    ['unsupported_format', bytes('%PDF-1.7'), 'a.pdf', {}],
  ])('refuses with %s', async (code, content, name, options) => {
    expect((await refusal(content, name, options)).code).toBe(code);
  });

  it('tells the analyst what to do with a format it cannot read', async () => {
    expect((await refusal(bytes('Rar!\x1a'), 'a.rar')).message).toContain('解压');
  });
});
