import { describe, expect, it } from 'vitest';
import { readTables } from '../../../support/tables.ts';

/** The row that said 预算数 and 决算数 over the two halves was lost. */
const table = (last: string) => `财政拨款“三公”经费支出决算表

单位：万元

合计	因公出国（境）费	公务接待费	合计	因公出国（境）费	公务接待费
6.00	0.00	6.00	${last}
`;

function read(text: string) {
  return readTables(text, 'final_accounts');
}

describe('columns that lost what told them apart', () => {
  it('are not believed where they print different figures', () => {
    const { facts, numbers } = read(table('4.50\t0.00\t4.50'));
    expect(facts.filter((fact) => fact.concept !== 'three_public.overseas')).toEqual([]);
    expect(numbers.filter((number) => number.use === 'unclaimed').map((number) => number.reason)).toContain(
      '两列标题含义相同而数字不同，不能判定',
    );
  });

  it('are believed where they say the same', () => {
    expect(read(table('6.00\t0.00\t6.00')).facts).toHaveLength(6);
  });
});

describe('a column that says 预算数 or 决算数 alone', () => {
  const header = `财政拨款“三公”经费支出决算表

单位：万元

`;

  it('is not the total where the columns beside it say what they hold', () => {
    const { facts, numbers } = read(`${header}合计	因公出国（境）费	决算数	公务接待费
6.00	1.50	0.25	4.50
`);
    expect(facts).toEqual([]);
    expect(numbers.filter((number) => number.use === 'unclaimed')).toHaveLength(4);
  });

  it('takes its meaning from the label of the row', () => {
    const { facts } = read(`${header}项目	预算数	决算数
公务接待费	5.50	4.50
因公出国（境）费	1.50	1.50
`);
    expect(facts).toHaveLength(4);
  });
});
