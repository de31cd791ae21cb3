/** Nine invented bureaus over three years: one in two scopes, one with gaps, two whose names and words attack the page. */
import type { Finding } from '../../../transforms/checks/finding.ts';
import { type Entry, observed } from '../../transforms/metrics/invented-books.ts';

export const YEARS = [2022, 2023, 2024];
export const SCRIPT_NAME = '示例<script>alert(1)</script>县财政局';
export const DROP_NAME = `示例'; drop table observation_rows; --县财政局`;
export const HOSTILE_QUOTE = '</script><img src=x onerror=alert(2)>\u2028“示例” ‖ 1,234.50';

const COUNTIES = ['甲', '乙', '丙', '丁', '戊', '己', '庚'];
const NAMES = [...COUNTIES.map((county) => `示例${county}县财政局`), SCRIPT_NAME, DROP_NAME];

export function books(): Entry[] {
  return NAMES.flatMap((name, order) =>
    YEARS.flatMap((year) =>
      (order === 0 ? (['department', 'unit'] as const) : (['department'] as const)).flatMap((scope) =>
        booksOf(name, order, year, scope),
      ),
    ),
  );
}

export function idOf(name: string): string {
  return `99010${NAMES.indexOf(name) + 1}-${name}`;
}

function booksOf(name: string, order: number, fiscalYear: number, scope: 'department' | 'unit'): Entry[] {
  const whose = {
    bureauId: idOf(name),
    bureauName: name,
    regionCode: `99010${order + 1}`,
    scope,
    fiscalYear,
    location: { page: order + 3, table: 2, row: 5, column: 2 },
    quote: name === SCRIPT_NAME ? HOSTILE_QUOTE : `示例${order}：本年支出合计 ‖ ${fiscalYear}`,
    sourceFile: name === SCRIPT_NAME ? '<b>决算</b>.html' : `${order}-${fiscalYear}-${scope}.pdf`,
  };
  const spent = 1_234_567.89 + order * 10_000 + fiscalYear;
  const reception = 20_000 - order * 500 - (fiscalYear - 2022) * 1000;
  const entries: Entry[] = [
    { concept: 'expenditure', value: spent },
    { concept: 'expenditure', value: 1_500_000 + order * 3000, phase: 'original_budget' },
    { concept: 'expenditure', value: 1_450_000, phase: 'adjusted_budget' },
    { concept: 'three_public', value: 45_000 + reception },
    { concept: 'three_public.vehicles', value: 45_000 },
    { concept: 'three_public.overseas', value: 0 },
    { concept: 'three_public.reception', value: reception },
    { concept: 'expenditure.basic', value: spent * 0.7 },
    { concept: 'headcount.in_post', value: 20 + order },
  ];
  // The second county leaves out everything but its spending in 2023.
  const published = order === 1 && fiscalYear === 2023 ? entries.slice(0, 1) : entries;
  return published.map((entry) => ({ ...whose, ...entry, value: Math.round(entry.value * 100) / 100 }));
}

export function findings(): Finding[] {
  return [NAMES[0]!, SCRIPT_NAME].map((name, index) => {
    const one = books().find((entry) => entry.bureauName === name && entry.fiscalYear === 2024)!;
    const seen = observed(one);
    return {
      findingId: `finding-${index}`,
      check: 'three_public.parts_sum',
      severity: index === 0 ? 'error' : 'note',
      bureauId: seen.bureauId,
      bureauName: name,
      regionCode: seen.regionCode,
      scope: 'department',
      fiscalYear: 2024,
      documentId: `${seen.bureauId}-department-2024`,
      sourceFile: one.sourceFile!,
      concept: 'three_public',
      message: `示例：${name} 的合计与分项之和相差 1.00 万元`,
      messageEn: `example: total and parts of ${name} differ`,
      unit: 'CNY',
      expectedMinor: 4_500_000,
      printedMinor: 4_600_000,
      differenceMinor: 100_000,
      locator: '第3页',
      factIds: [seen.factId],
    };
  });
}
