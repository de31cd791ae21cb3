import { describe, expect, it } from 'vitest';
import { documentOfText } from '../../../transforms/read/read-text.ts';

const kindsOf = (text: string) => documentOfText(text).blocks.map(({ kind }) => kind);
const textsOf = (text: string) =>
  documentOfText(text).blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));

const PROSE =
  '一、2031年“三公”经费决算情况。2031年我局“三公”经费支出31.5万元，其中公务用车运行维护费30万元，公务接待费1.5万元，比上年减少2万元。';

describe('a page laid out in cells', () => {
  it('is prose where a title and one long cell are all of it', () => {
    expect(textsOf(`2031年“三公”经费决算情况说明 |\n${PROSE} |`)).toEqual([
      '2031年“三公”经费决算情况说明',
      PROSE,
    ]);
  });

  it('ends with the pipe of its last cell', () => {
    expect(textsOf(`示例局2031年部门决算\n\n${PROSE} |\n`).at(-1)).toBe(PROSE);
  });

  it('is a table where other cells stand around the prose', () => {
    const form = `项目 |\n情况 |\n说明 |\n${PROSE} |\n备注 |\n无 |`;
    expect(kindsOf(form)).toContain('table');
    expect(kindsOf(`说明 | ${PROSE} |`)).toEqual(['table']);
  });
});

it('a unit glued to the name of a table is a caption of its own', () => {
  const text =
    '公开表1 2031年收支预算总表（按功能分类）单位：万元\n项目\t预算数\n一、财政拨款收入\t20.5\n本年收入合计\t20.5';
  const [table] = documentOfText(text).blocks;
  expect(table?.kind === 'table' && table.captions.map((caption) => caption.text)).toEqual([
    '公开表1 2031年收支预算总表（按功能分类）',
    '单位：万元',
  ]);
});
