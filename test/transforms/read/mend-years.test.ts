import { describe, expect, it } from 'vitest';
import { mendYears } from '../../../transforms/read/mend-years.ts';

describe('a dash printed for 年', () => {
  it('is read as 年 behind a year and behind 本, 上 and 当', () => {
    expect(mendYears('示例县2017-度“三公”经费表\n项目 2016-执行数 本-预算数\n比上-增加1万元')).toMatchObject({
      text: '示例县2017年度“三公”经费表\n项目 2016年执行数 本年预算数\n比上年增加1万元',
      notes: [{ code: 'dash_for_year' }],
    });
  });

  it.each([
    ['dates and periods', '2017-04-27公开，2015-2017年项目，2018-2020预算期'],
    ['a slip of the pen', '2017-预算数见附表'],
    ['a numbered table', '公开01-预算 附表2-决算 表1-支出'],
  ])('stays a dash in %s', (_, text) => {
    expect(mendYears(text)).toEqual({ text, notes: [] });
  });
});
