/** Names that prose prints without a code: the 类 of the functional, the 类 and 款 of the economic classification. */
import type { Meaning } from '../../layouts/narrative/word.ts';
import { economicName } from '../../vocabulary/economic-codes.ts';
import { functionName } from '../../vocabulary/function-codes.ts';

/** Years whose names are looked for: the classification was renamed in 2018 and 2019. */
const YEARS = [2014, 2017, 2018, 2019, 2025];

export function classificationNames(): [string, Meaning][] {
  const names = new Map<string, Meaning>();
  for (const code of threeDigits(3)) addNames(names, code, economicName, { kind: 'economic', code });
  for (const code of threeDigits(2)) addNames(names, code, functionName, { kind: 'class', code });
  return [...names];
}

const threeDigits = (first: number): string[] =>
  Array.from({ length: 100 }, (_, i) => `${first}${String(i).padStart(2, '0')}`);

/** 其他支出 is a class of both classifications, so in prose it is neither. */
function addNames(
  names: Map<string, Meaning>,
  code: string,
  nameOf: (code: string, year: number) => string | null,
  means: Meaning,
): void {
  for (const year of YEARS) {
    const name = nameOf(code, year)?.replace(/[()（）]/g, '');
    if (name === undefined || name === '其他支出') continue;
    // 社会保障与就业支出 is printed for 社会保障和就业支出.
    const forms = [name, name.replaceAll('和', '与'), name.replace('的补助', '补助')];
    for (const form of forms) if (!names.has(form)) names.set(form, means);
  }
}
