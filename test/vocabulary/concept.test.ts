import { describe, expect, it } from 'vitest';
import { normaliseLabel } from '../../transforms/parse/label.ts';
import { CONCEPTS, conceptByLabel } from '../../transforms/vocabulary/concept.ts';

describe('the vocabulary', () => {
  it('holds no label that two concepts claim', () => {
    const claims = CONCEPTS.flatMap((concept) =>
      [...new Set([concept.zh, ...concept.labels].map(normaliseLabel))].map((label) => ({
        label,
        id: concept.id,
      })),
    );
    const twice = claims.filter((claim, i) => claims.findIndex((other) => other.label === claim.label) !== i);
    expect(twice).toEqual([]);
  });

  it('holds every label as normalisation leaves it, once', () => {
    for (const concept of CONCEPTS) {
      const labels: readonly string[] = concept.labels;
      expect(labels).toEqual([...new Set(labels.map(normaliseLabel))]);
      expect(labels).not.toHaveLength(0);
    }
  });

  it.each([
    ['“三公”经费合计', 'three_public'],
    ['其中：“三公”经费', 'three_public'],
    ['1.因公出国（境）费', 'three_public.overseas'],
    ['（1）公务用⻋购置费', 'three_public.vehicle_purchase'],
    ['公务用车购置及运行维护费<br>', 'three_public.vehicles'],
    ['（二）日常公用经费', 'expenditure.operating'],
    ['三、单位预留机动经费', 'expenditure.reserve'],
    ['本年收入合计', 'revenue'],
    ['收 入 总 计', 'revenue.grand_total'],
    ['单价 100 万元（含）以上设备（不含车辆）', 'asset.equipment_over_1m'],
    ['年末遗属人员', 'headcount.survivors'],
    ['合计', null],
    ['收入合计', null],
    ['财政拨款', null],
  ])('reads %j as %j', (label, concept) => {
    expect(conceptByLabel(label)).toBe(concept);
  });
});
