import { describe, expect, it } from 'vitest';
import { headingLevel, numberingLevel } from '../../transforms/parse/heading.ts';

describe('headingLevel', () => {
  it.each([
    ['第一部分 部门概况', 1],
    ['一、收入决算情况说明', 2],
    ['（一）支出总体情况。', 3],
    ['(二)机构职能', 3],
    ['1.部门预算情况', 4],
    ['3、专项资金管理情况分析', 4],
    ['（1）资产配置合规性（2分）。', 5],
    ['①支出完成率', 5],
    ['3.“三公”经费执行情况', 4],
    ['（一）收入情况。2025年财政拨款收入1万元。', null],
    ['1.因公出国费用支出0万元，比上年减少1万元', null],
    ['（3）组织开展全县医疗机构监督检查和考核工作。', null],
    ['1.5万元', null],
    ['二是采购执行率', null],
    ['一般公共预算支出', null],
    ['一、单位名称：示例局', null],
    ['部门概况', null],
  ])('%s is at depth %s', (text, level) => {
    expect(headingLevel(text)).toBe(level);
  });
});

describe('numberingLevel', () => {
  it.each([
    ['（一）收入情况。2025年财政拨款收入1万元。', 3],
    ['１．机关运行经费情况。2025年运行经费1万元。', 4],
    ['1.5万元', null],
    ['2024年', null],
  ])('%s is numbered at depth %s', (text, level) => {
    expect(numberingLevel(text)).toBe(level);
  });
});
