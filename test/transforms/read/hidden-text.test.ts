/** What Word hides is not read, and said to be there. */
import { describe, expect, it } from 'vitest';
import { withoutHidden } from '../../../transforms/read/word/hidden-text.ts';

const run = (text: string, properties = '') =>
  `<w:r w:rsidR="1">${properties === '' ? '' : `<w:rPr><w:b/>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const row = (text: string, properties = '') =>
  `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr><w:tc><w:p>${run(text)}</w:p></w:tc></w:tr>`;

describe('hidden text of a Word file', () => {
  it('is left out, and its figures are counted', () => {
    const xml = `<w:p>${run('88.00', '<w:vanish/>')}${run('50.00')}</w:p>`;
    expect(withoutHidden(xml)).toEqual({ xml: `<w:p>${run('50.00')}</w:p>`, figures: 1 });
  });

  it('may be a row of a table', () => {
    const xml = `<w:tbl>${row('40.00')}${row('66.00', '<w:hidden/>')}${row('50.00')}</w:tbl>`;
    expect(withoutHidden(xml)).toEqual({ xml: `<w:tbl>${row('40.00')}${row('50.00')}</w:tbl>`, figures: 1 });
  });

  it.each([
    `<w:p>${run('50.00', '<w:vanish w:val="0"/>')}</w:p>`,
    `<w:p>${run('50.00', '<w:vanish w:val="false"/>')}</w:p>`,
    `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('50.00')}</w:p>`,
    `<w:tbl>${row('50.00', '<w:hidden w:val="0"/>')}</w:tbl>`,
  ])('is not what says that it is shown: %s', (xml) => {
    expect(withoutHidden(xml)).toEqual({ xml, figures: 0 });
  });
});
