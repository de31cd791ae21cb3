import { describe, expect, it } from 'vitest';
import { readNumber, readUnitNote } from '../../../transforms/parse/amount.ts';
import { normaliseLabel } from '../../../transforms/parse/label.ts';
import { isTraditional, simplified } from '../../../transforms/parse/simplified.ts';

describe('Traditional characters of mirrors', () => {
  it.each([
    ['公務用車購置及運行維護費', '公务用车购置及运行维护费'],
    ['因公出國（境）費', '因公出国（境）费'],
    ['一般公共預算財政撥款收入支出決算總表', '一般公共预算财政拨款收入支出决算总表'],
    ['單位：萬元', '单位：万元'],
    ['機關運行經費較上年增加', '机关运行经费较上年增加'],
  ])('%s is read as %s', (traditional, simple) => {
    expect(isTraditional(traditional)).toBe(true);
    expect(simplified(traditional)).toBe(simple);
    expect(simplified(traditional)).toHaveLength(traditional.length);
    expect(simplified(simple)).toBe(simple);
  });

  it.each(['乾县财政局', '成效显著', '示例县水务局2024年度部门决算', ''])('%s stays as it is', (text) => {
    expect(simplified(text)).toBe(text);
  });

  it('are known in labels, notes and cells', () => {
    expect(normaliseLabel('（三）公務接待費：')).toBe('公务接待费');
    expect(readUnitNote('單位：萬元')).toBe('万元');
    expect(readNumber('12.50萬元')).toMatchObject({ kind: 'number', value: '12.50', unit: '万元' });
  });
});
