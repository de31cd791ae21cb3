import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesIn } from '../../../transforms/recognise/organ-names.ts';

const names = (text: string) => namesIn(text).map(({ name }) => name);

describe('namesIn', () => {
  it.each([
    ['桃源县水利局2024年度部门决算', ['桃源县水利局']],
    ['2022年度桃源县水利局', ['桃源县水利局']],
    ['湖南省桃源县人民法院2023年度部门决算', ['湖南省桃源县人民法院']],
    ['示例市江北区人民政府临江街道办事处2024年部门预算', ['示例市江北区人民政府临江街道办事处']],
    ['示例市规划和自然资源局', ['示例市规划和自然资源局']],
    ['示例省人民代表大会常务委员会办公厅', ['示例省人民代表大会常务委员会办公厅']],
    ['示例市公安局交通警察支队2024年单位预算', ['示例市公安局交通警察支队']],
    ['中共示例县委组织部', ['中共示例县委组织部']],
    ['示例县第一中学', ['示例县第一中学']],
    ['示例县卫生健康委员会2024年', ['示例县卫生健康委员会']],
    ['示例县卫生健康委2024年', ['示例县卫生健康委']],
    ['示例县漳江镇人民政府', ['示例县漳江镇人民政府']],
    ['示例县医疗保障局部门', ['示例县医疗保障局']],
    ['示例县人大2024年度部门决算', ['示例县人大']],
    ['示例县财政局、示例县审计局', ['示例县财政局', '示例县审计局']],
    ['国家税务总局示例市税务局', ['国家税务总局示例市税务局']],
  ])('finds in %s the names %j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each([
    'XX局2024年度部门决算',
    'XX区医疗保障局',
    '××单位',
    '某局',
    '我局',
    '与市卫生健康局等部门',
    '县财政局批复',
    '国家医保局',
    '内设综合办公室、财务科',
    '以人民为中心',
    '改革格局',
    '示例新区财政局(制)',
    '示例县委、县政府部署',
    '部门预算项目支出绩效自评表',
  ])('finds nobody in %s', (text) => {
    expect(names(text)).toEqual([]);
  });

  it('sees that a name speaks of the body alone', () => {
    expect(namesIn('示例县教育局（本级）2024年度')[0]?.ownLevelOnly).toBe(true);
    expect(namesIn('示例县教育局2024年度')[0]?.ownLevelOnly).toBe(false);
  });

  it('gives an answer to any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'示例县区局委员会办公室中心人民政府、（）20 X') }),
        (text) => {
          for (const { name, start, end } of namesIn(text)) expect(text.slice(start, end)).toBe(name);
        },
      ),
    );
  });
});
