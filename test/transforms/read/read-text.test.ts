import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, Paragraph } from '../../../transforms/read/document.ts';
import { documentOfText, readText } from '../../../transforms/read/read-text.ts';
import { CORPUS, corpusFiles } from '../../support/corpus-folder.ts';

function paragraphsOf(text: string): Paragraph[] {
  return documentOfText(text).blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
}

const texts = (text: string) => paragraphsOf(text).map((paragraph) => paragraph.text);

/** Everything a document says, in order, without white space and the marks that separate cells. */
function printed(document: Document): string {
  const pieces = document.blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text];
    const cells = new Set(block.grid.flat());
    return [
      ...block.captions.map(({ text }) => text),
      ...[...cells].map((cell) => cell?.text ?? ''),
      ...block.notes.map(({ text }) => text),
    ];
  });
  return bare(pieces.join(''));
}

const bare = (text: string) => text.replace(/[\s|]/g, '');

describe('paragraphs', () => {
  it('rejoins a sentence that a line or page end cut, and drops the spaces of typesetting', () => {
    expect(
      texts(
        '本部门2024 年度收入总计 341.39 万元，比上年增加，主要原因是一是人员经\n\n费增加；二是项目增加。\n',
      ),
    ).toEqual(['本部门2024年度收入总计341.39万元，比上年增加，主要原因是一是人员经费增加；二是项目增加。']);
  });

  it('keeps the printed form of a figure with a space in it', () => {
    expect(texts('罚款 1065. 98 万元。')).toEqual(['罚款1065. 98万元。']);
  });

  it('never lets a heading take in the line below it', () => {
    expect(texts('二、支出决算情况说明\n本年支出合计10万元。\n')).toEqual([
      '二、支出决算情况说明',
      '本年支出合计10万元。',
    ]);
    expect(
      texts('（一）管理方面：人员不足，意识薄弱\n\n目前各部门均未设置专门机构，由财务人员兼职。\n'),
    ).toHaveLength(2);
  });

  it('keeps the lines of a cover apart', () => {
    expect(
      texts('绩效自评报告\n部门名称: 示例局\n填报人:张三\n填报日期: 2025年8月15日\n\n一、概况\n'),
    ).toEqual(['绩效自评报告', '部门名称:示例局', '填报人:张三', '填报日期: 2025年8月15日', '一、概况']);
  });

  it('strips bullets and emphasis', () => {
    expect(texts('- 1. **效果性。**满意度85%。\n- 2. 公平性较好。\n')).toEqual([
      '1.效果性。满意度85%。',
      '2.公平性较好。',
    ]);
  });

  it('joins over a bullet that stands in the middle of a sentence, not between items of a list', () => {
    expect(
      texts('- 5、全面推进改革任务。一是推进医院和药店参与双通道建\n\n- 设。二是推广结算系统。\n'),
    ).toHaveLength(1);
    expect(texts('- 建立健全各项制度并组织实施好各项工作\n- 完成上级交办的其他各项任务\n')).toHaveLength(2);
  });

  it('knows the depth of headings and the title', () => {
    expect(
      paragraphsOf('示例局2024年度部门决算\n\n第一部分 概况\n一、职责\n（一）主要职能\n正文在此。\n').map(
        ({ level, role }) => [level, role],
      ),
    ).toEqual([
      [0, 'heading'],
      [1, 'heading'],
      [2, 'heading'],
      [3, 'heading'],
      [null, 'body'],
    ]);
  });

  it('gives every sentence the line it begins on', () => {
    const [paragraph] = paragraphsOf(
      '2024年度本部门收入为十万元。支出预算为九万元，其中基\n本支出八万元。结余一万元。\n',
    );
    expect(paragraph!.sentences.map(({ location }) => location.line)).toEqual([1, 1, 2]);
  });

  it('counts lines as an editor does, page breaks or not', () => {
    expect(paragraphsOf('甲。\f乙。\n丙。\r\n丁。\r戊。').map(({ location }) => location.line)).toEqual([
      1, 1, 2, 3, 4,
    ]);
  });
});

const LINE = fc.array(
  fc.constantFrom(
    '示例县',
    '收入',
    '341. 39',
    '万元',
    '，',
    '。',
    '\t',
    '  ',
    '|',
    '合计',
    '注：',
    '附件2',
    '（2024年度）',
    '决算表',
    '一、',
    '（一）',
    '23',
    '%',
    '单位：万元',
    '目录',
    '：',
  ),
  { maxLength: 7 },
);
const TEXT = fc
  .array(LINE, { maxLength: 25 })
  .map((lines) => lines.map((words) => words.join('')).join('\n'));

describe('readText', () => {
  it('shows everything that is printed exactly once and in order', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        expect(printed(documentOfText(text))).toBe(bare(text));
      }),
      { numRuns: 500 },
    );
  });

  it('gives an answer to any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        (text) => documentOfText(text).blocks.length >= 0,
      ),
    );
  });

  it('takes time in proportion to the text', () => {
    const seconds = (text: string) => {
      const start = performance.now();
      documentOfText(text);
      return (performance.now() - start) / 1000;
    };
    for (const line of [
      '\t缩进的一段话，没有句号\n',
      '甲\t乙\n\n',
      '\t格\n\n续\n',
      '甲 |\n',
      '很长的一行没有标点符号也没有任何编号的文字内容\n',
      '<table>\n',
      '"甲\t乙\n',
    ])
      expect(seconds(line.repeat(20_000))).toBeLessThan(3);
  });
});

const NAMES = corpusFiles('.txt');

describe.skipIf(NAMES.length === 0)('the texts of the corpus (skipped where it is absent)', () => {
  it.each(NAMES)('shows everything printed in %s', (name) => {
    const markup = /[\s|*#]|<\/?p>|^\s*-\s/gm;
    const signs = (text: string) =>
      text.replace(/\\geq/g, '≥').replace(/\\leq/g, '≤').replace(/\$/g, '').replace(markup, '');
    const text = readFileSync(join(CORPUS, name), 'utf8')
      .replace(/^(\s*-\s+)+/gm, '')
      .replace(/\*\*/g, '');
    expect(signs(printed(documentOfText(text)))).toBe(signs(text));
  });

  it('come out with the rows and columns that a reader counts', () => {
    const shapes = NAMES.map((name) =>
      readText(readFileSync(join(CORPUS, name)))
        .blocks.flatMap((block) =>
          block.kind === 'table' ? [`${block.grid.length}×${block.grid[0]!.length}`] : [],
        )
        .join(' '),
    );
    expect(shapes).toEqual([
      '34×6 22×9 22×8 35×9 23×5 30×9 4×8 4×8 5×12 4×4 37×3 7×3 28×10 27×11',
      '26×9',
      '',
      '',
      '25×7 26×9 20×9 20×9 20×9 20×9 22×9',
    ]);
  });

  it('read the same in the national encoding and in UTF-16', () => {
    for (const name of NAMES) {
      const bytes = readFileSync(join(CORPUS, name));
      const wide = Buffer.from(bytes.toString('utf8'), 'utf16le');
      expect(readText(wide).blocks).toEqual(readText(bytes).blocks);
    }
  });
});
