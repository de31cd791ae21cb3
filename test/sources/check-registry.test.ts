import { describe, expect, it } from 'vitest';
import { checkRegistry } from '../../sources/check-registry.ts';
import { parseRegistryFile } from '../../sources/registry.ts';

const entry = (id: string, official: string, division: string) =>
  `  - { id: ${id}, names: { official: ${official} }, division: "${division}" }\n`;
const flawsOf = (...entries: string[]) =>
  checkRegistry(parseRegistryFile('a.yml', `bureaus:\n${entries.join('')}`), 2026).map(
    ({ severity, code, message }) => [severity, code, message],
  );

describe('a registry', () => {
  it('without mistakes has no flaws', () => {
    expect(
      flawsOf(
        entry('990121-财政局', '示例省甲县财政局', '990121'),
        entry('990122-财政局', '乙县财政局', '990122'),
        entry('990100-高新区财政局', '示例高新区财政局', '990100'),
      ),
    ).toEqual([]);
  });

  it.each([
    [
      'a code that nobody has',
      [entry('990199-财政局', '某县财政局', '990199')],
      ['error', 'unknown_division', 'a.yml 第2行 990199-财政局 division：没有区划代码 990199'],
    ],
    [
      'a county that became a district, and which',
      [entry('110228-财政局', '密云县财政局', '110228')],
      [
        'error',
        'abolished_division',
        'a.yml 第2行 110228-财政局 division：110228 密云县已于2015年撤销，现为 110118 密云区；编号 id 不必改，序列照旧延续',
      ],
    ],
    [
      'a name of another place',
      [entry('990122-财政局', '示例省甲县财政局', '990122')],
      [
        'warning',
        'division_and_name_differ',
        'a.yml 第2行 990122-财政局 division：990122 是乙县，名称却是“示例省甲县财政局”',
      ],
    ],
    [
      'one name of two bureaus, with and without its province',
      [
        entry('990121-财政局', '示例省甲县财政局', '990121'),
        entry('990121-财政二局', '甲县财政局', '990121'),
      ],
      [
        'error',
        'repeated_name',
        'a.yml 第3行 990121-财政二局 names：“甲县财政局”与 a.yml 第2行 的 990121-财政局 重复，两家都认不出来',
      ],
    ],
  ])('tells %s', (_, entries, flaw) => {
    expect(flawsOf(...entries)).toEqual([flaw]);
  });
});
