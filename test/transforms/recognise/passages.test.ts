import { describe, expect, it } from 'vitest';
import { documentOfText } from '../../../transforms/read/read-text.ts';
import { passagesOf } from '../../../transforms/recognise/passages.ts';

/** A report whose first line is printed large, as a reader of pages would mark it. */
function titleBelow(first: string): string | null {
  const document = documentOfText(
    [first, '示例县水务局', '渠道防渗改造项目绩效自评报告', '一、概况'].join('\n\n'),
  );
  const blocks = document.blocks.map((block, at) =>
    at === 0 && block.kind === 'paragraph' ? { ...block, role: 'heading' as const, level: 1 } : block,
  );
  return passagesOf({ ...document, blocks }).title;
}

describe('the title of a report', () => {
  it('stands below the mark of an attachment, however large that is printed', () => {
    expect(titleBelow('附件2')).toBe('示例县水务局渠道防渗改造项目绩效自评报告');
  });

  it('stands below what the site prints about the page, with brackets or without', () => {
    const titleUnder = (label: string) =>
      passagesOf(
        documentOfText(
          `${label} | 2032-0041 |\n发布日期 | 2032-06-27 |\n示例县水务局2031年度灌区管护经费绩效自评工作报告\n\n一、概况\n`,
        ),
      ).title;
    expect(titleUnder('[ 索引号 ]')).toBe('示例县水务局2031年度灌区管护经费绩效自评工作报告');
    expect(titleUnder('发布机构：')).toBe('示例县水务局2031年度灌区管护经费绩效自评工作报告');
  });

  it('goes on in the brackets below it that name a project, and in no others', () => {
    const report = '示例县水务局2031年度项目支出绩效自评报告';
    const titleWith = (rest: string) =>
      passagesOf(documentOfText(`${report}\n\n${rest}\n\n一、概况\n`)).title;
    expect(titleWith('（河道清障专项资金）')).toBe(`${report}（河道清障专项资金）`);
    expect(titleWith('（送审稿）')).toBe(report);
  });

  it('stands above what the site prints about the page, and the lines of the cover below that', () => {
    const { title, front } = passagesOf(
      documentOfText(
        '示例县渠道防渗绩效评价报告\n索引号 | 2032-0041 |\n发布机构 | 县财政局 |\n项目单位 示例县水务局\n\n一、概况\n',
      ),
    );
    expect([title, front.at(-1)]).toEqual(['示例县渠道防渗绩效评价报告', '项目单位示例县水务局']);
  });

  it('does not stand below a heading', () => {
    expect(titleBelow('第一部分 概况')).toBeNull();
  });
});
