/** The figures of all money beside those of one fund, for quantities that no fund divides. */
import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../transforms/extract/extract-facts.ts';
import { documentOfText } from '../../../transforms/read/read-text.ts';

const table = (title: string, total: string, personnel: string, operating: string) => `${title}
单位：万元
科目编码\t科目名称\t合计\t基本支出\t\t
\t\t\t小计\t人员经费\t公用经费
\t合计\t${total}\t${total}\t${personnel}\t${operating}
205\t教育支出\t${total}\t${total}\t\t
`;

const read = (text: string) =>
  extractFacts(documentOfText(text), {
    bureauId: 'example',
    bureauName: '示例县第三中学',
    regionCode: null,
    scope: 'unit',
    fiscalYear: 2031,
    kind: 'budget',
    title: null,
    evidence: [],
  });

const divided = (text: string) =>
  read(text)
    .facts.filter(({ concept }) => /personnel|operating/.test(concept))
    .map(({ concept, printed, medium }) => `${concept} ${printed} ${medium}`);

const PROSE =
  '六、一般公共预算基本支出情况\n2031年一般公共预算基本支出82万元，其中：人员经费76万元，公用经费6万元。\n';

const WIDE =
  '三、支出预算情况\n2031年支出预算90万元，其中：基本支出90万元，包括人员经费80万元，公用经费10万元。\n';

describe('人员经费 of all money', () => {
  it('gives way to that of the general public budget, which has its codes', () => {
    const text = `${table('部门支出总表', '90.00', '80.00', '10.00')}\n${table('一般公共预算支出表', '82.00', '76.00', '6.00')}\n${WIDE}${PROSE}`;
    expect(divided(text)).toEqual([
      'expenditure.personnel 76.00 table',
      'expenditure.operating 6.00 table',
      'expenditure.personnel 76 prose',
      'expenditure.operating 6 prose',
    ]);
    const ignored = read(text).numbers.filter(({ reason }) => reason?.startsWith('全部资金的数'));
    expect(ignored.map((number) => number.text)).toEqual(['80.00', '10.00', '80万元', '10万元']);
  });

  it('gives way in prose too, where no table prints either', () => {
    const text = `示例县第三中学2031年部门预算\n${WIDE}${PROSE}`;
    expect(divided(text)).toEqual(['expenditure.personnel 76 prose', 'expenditure.operating 6 prose']);
  });

  it('is the figure of the body where nothing else prints one', () => {
    expect(divided(table('部门支出总表', '90.00', '80.00', '10.00'))).toEqual([
      'expenditure.personnel 80.00 table',
      'expenditure.operating 10.00 table',
    ]);
  });

  it('stands beside an equal one of all money', () => {
    const text = `${table('部门支出总表', '82.00', '76.00', '6.00')}\n${table('一般公共预算支出表', '82.00', '76.00', '6.00')}`;
    expect(divided(text)).toHaveLength(4);
  });
});
