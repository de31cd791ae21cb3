import { describe, expect, it } from 'vitest';
import { unfoldSections } from '../../../../transforms/extract/narrative/unfold-sections.ts';
import { documentOfText } from '../../../../transforms/read/read-text.ts';
import { narrativeOf } from '../../../support/narrative.ts';

const SECTIONS = [
  '四、财政拨款收入支出决算总体情况说明',
  '2024年度财政拨款收入总计90万元，支出总计90万元。与上年相比，收、支总计各增加5万元。',
  '五、一般公共预算财政拨款支出决算情况说明',
  '（一）总体情况',
  '2024年度一般公共预算财政拨款支出80万元，占本年支出合计的90%。',
  '（二）结构情况',
  '主要用于以下方面：社会保障和就业支出5万元，占6.25%；住房保障支出75万元，占93.75%。',
  '六、政府性基金预算收入支出决算情况',
  '2024年度本年收入10万元，本年支出9万元。',
  '七、机关运行经费2024年度机关运行经费支出6万元，比上年减少1万元。',
];

const paragraphsOf = (text: string) =>
  documentOfText(text).blocks.filter((block) => block.kind === 'paragraph');

describe('a text that lost its line ends', () => {
  it.each([
    ['glued', ''],
    ['with spaces', ' '],
  ])('says what it said with them: %s', (_name, joint) => {
    const whole = narrativeOf(SECTIONS).facts;
    expect(narrativeOf([SECTIONS.join(joint)]).facts).toEqual(whole);
    expect(whole).toContain('2024 expenditure actual general_public 208 = 5');
    expect(whole).toContain('2024 expenditure actual government_fund = 9');
  });

  it('keeps the name of an item with its figure', () => {
    const text = `${SECTIONS.join('')}八、一般公共预算支出情况说明1.公共安全支出（类）公安（款）行政运行（项）2024年预算数为15万元，主要用于工资。`;
    expect(narrativeOf([text], { kind: 'budget' }).facts).toContain(
      '2024 expenditure original_budget general_public 2040201 = 15',
    );
  });

  it('is cut where its headings stand, and nothing of it is lost', () => {
    const text = SECTIONS.join('');
    const pieces = paragraphsOf(text).flatMap(unfoldSections);
    expect(pieces.map((piece) => piece.text).join('')).toBe(paragraphsOf(text)[0]!.text);
    expect(pieces.filter(({ role }) => role === 'heading').map((piece) => piece.text)).toContain(
      '（一）总体情况',
    );
  });

  it.each([
    ['a list of reasons', `${'本年支出增加，'.repeat(20)}主要原因：一、人员增加；二、项目增加。`],
    ['a short paragraph', '一、收入情况说明2024年收入9万元。二、支出情况说明2024年支出8万元。'],
    [
      'one numbered list',
      `${'公务接待费按规定开支，'.repeat(15)}其中：（一）会议费1万元；（二）培训费2万元。`,
    ],
  ])('is left alone where it is %s', (_name, text) => {
    const [paragraph] = paragraphsOf(text);
    expect(unfoldSections(paragraph!)).toEqual([paragraph]);
  });
});
