import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBureau, type NewBureau, proposedId } from '../../sources/add-bureau.ts';
import { parseRegistryFile } from '../../sources/registry.ts';

const NEW: NewBureau = {
  id: '990122-财政局',
  names: { official: '示例省乙县财政局', short: [] },
  division: '990122',
};
const idsIn = (text: string) => parseRegistryFile('a.yml', text).bureaus.map(({ id }) => id);

describe('a new entry', () => {
  it('leaves everything that people wrote as it is, byte for byte', () => {
    const text = `# 登记人：张三
bureaus:   # 按县排列

    # 甲县
    - id:   990121-财政局
      names: {official: 示例省甲县财政局}   # 全称
      division: '990121'
# 完`;
    const added = addBureau('a.yml', text, NEW).text ?? '';
    expect(added.startsWith(`${text}\n    - id: 990122-财政局\n`)).toBe(true);
    expect(idsIn(added)).toEqual(['990121-财政局', '990122-财政局']);
  });

  it.each(
    [['', '# 还没有单位\n', 'bureaus: []\n', 'bureaus: []\n# 完\n', 'bureaus:\n']]
      .flat()
      .map((text) => [text]),
  )('goes into %j', (text) => {
    const added = addBureau('a.yml', text, NEW).text ?? '';
    expect(idsIn(added)).toEqual(['990122-财政局']);
    expect(added.match(/#.*/g) ?? []).toEqual(text.match(/#.*/g) ?? []);
  });

  it('is refused where it is wrong, where its id is taken, and where the file is wrong already', () => {
    const { text } = addBureau('a.yml', '', NEW);
    expect(addBureau('a.yml', text ?? '', NEW).errors).toEqual(['a.yml 里已有 990122-财政局']);
    expect(addBureau('a.yml', '', { ...NEW, division: '9901' }).errors).toEqual([
      expect.stringContaining('division：应为六位区划代码'),
    ]);
    expect(addBureau('a.yml', 'bureaus: 1', NEW).errors).toEqual([expect.stringContaining('第1行')]);
  });

  it('comes back as it was given, whatever its texts hold', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 2, maxLength: 40 })
      .filter((some) => some.trim().length >= 2 && some.trim() === some);
    fc.assert(
      fc.property(text, text, text, (official, short, notes) => {
        const added = addBureau('a.yml', '', { ...NEW, names: { official, short: [short] }, notes });
        const [bureau] = parseRegistryFile('a.yml', added.text ?? '').bureaus;
        expect([bureau?.names.official, bureau?.names.short, bureau?.notes]).toEqual([
          official,
          [short],
          notes,
        ]);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['990121', '示例省甲县医疗保障局', '990121-医疗保障局'],
    ['990102', '示例市壬区人民政府桂花街道办事处', '990102-桂花街道办事处'],
    ['990100', '开发区财政局', '990100-开发区财政局'],
  ])('of %s and %s is proposed the id %s', (division, official, id) => {
    expect(proposedId(division, official)).toBe(id);
  });
});
