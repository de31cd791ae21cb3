/** What does not hold in published reports, year by year, gravest first. */
import { SEVERITY_WORDS } from '../../../words.ts';
import type { FindingEntry } from '../../data.ts';
import { h } from '../element.ts';
import { fields, matchesPlace, placeFields, placeFilter, selectField, textField } from '../fields.ts';
import { findingCard } from '../finding-card.ts';
import { say, word } from '../language.ts';
import { loadFindings } from '../load.ts';
import { matchesWords } from '../matching.ts';
import { pages } from '../pages-of.ts';
import type { Route } from '../route.ts';
import { site } from '../site.ts';
import { table } from '../table.ts';
import { checkName, nameOfKey } from '../words.ts';
import type { View } from './view.ts';

/** More rows than this are loaded only for a year that the reader names. */
const READ_AT_ONCE = 5000;

export async function findingsPage({ params }: Route): Promise<View> {
  const year = chosenYear(params.get('year'));
  const severity = params.get('severity') ?? '';
  const check = params.get('check') ?? '';
  const words = params.get('words') ?? '';
  const filter = placeFilter();
  const files = site.index.findings.filter((one) => year === '' || one.years.includes(Number(year)));
  const { findings, places } = await loadFindings(files.flatMap((one) => one.files));
  const shown = findings
    .filter(
      (one) =>
        (severity === '' || one.severity === severity) &&
        (check === '' || one.check === check) &&
        matchesPlace(site.bureauByKey.get(one.bureau), filter) &&
        (words === '' ||
          matchesWords(words, `${nameOfKey(one.bureau)} ${one.message} ${one.messageEn} ${one.file ?? ''}`)),
    )
    .toSorted((a, b) => gravity(a) - gravity(b) || (b.year ?? 0) - (a.year ?? 0));
  return {
    title: say('校验发现', 'Findings'),
    content: [
      h(
        'p',
        {},
        say(
          '错误：公开数字之间的关系不成立，超出四舍五入所能解释的范围；警告：宜人工查看；说明：可由四舍五入、截断或部分公开解释。',
          'Error: a published relation does not hold beyond rounding. Warning: a person should look. Note: explained by rounding, truncation or partial disclosure.',
        ),
      ),
      filters({ year, severity, check, words }),
      countTable(year),
      h('p', { class: 'quiet', role: 'status' }, say(`共 ${shown.length} 条`, `${shown.length} findings`)),
      pages(shown, (one) => findingCard(one, places.get(one.id) ?? [])),
    ],
  };
}

function gravity({ severity }: FindingEntry): number {
  return Object.keys(SEVERITY_WORDS).indexOf(severity);
}

/** Every year together as long as that is quick; otherwise the latest. */
function chosenYear(wanted: string | null): string {
  const years = findingYears();
  if (wanted !== null && years.some((year) => String(year) === wanted)) return wanted;
  const all = site.findingCounts.reduce((sum, one) => sum + one.count, 0);
  return all <= READ_AT_ONCE ? '' : String(years[0] ?? '');
}

function findingYears(): number[] {
  const years = site.findingCounts.flatMap((one) => one.year ?? []);
  return [...new Set(years)].sort((a, b) => b - a);
}

function filters(chosen: { year: string; severity: string; check: string; words: string }): HTMLElement {
  const checks = [...new Set(site.findingCounts.map((one) => one.check))].sort();
  const isSmall = site.findingCounts.reduce((sum, one) => sum + one.count, 0) <= READ_AT_ONCE;
  const any = { value: '', title: say('全部', 'All') };
  return fields(
    selectField(
      'year',
      say('年度', 'Year'),
      [
        ...(isSmall ? [any] : []),
        ...findingYears().map((year) => ({ value: String(year), title: String(year) })),
      ],
      chosen.year,
    ),
    selectField(
      'severity',
      say('等级', 'Severity'),
      [any, ...Object.entries(SEVERITY_WORDS).map(([value, name]) => ({ value, title: word(name) }))],
      chosen.severity,
    ),
    selectField(
      'check',
      say('校验规则', 'Check'),
      [any, ...checks.map((value) => ({ value, title: checkName(value) }))],
      chosen.check,
    ),
    ...placeFields(placeFilter()),
    textField('words', say('文字', 'Words'), chosen.words),
  );
}

function countTable(year: string): HTMLElement {
  const rows = new Map<string, Record<FindingEntry['severity'], number>>();
  for (const one of site.findingCounts) {
    if (year !== '' && String(one.year) !== year) continue;
    const row = rows.get(one.check) ?? { error: 0, warning: 0, note: 0 };
    row[one.severity] += one.count;
    rows.set(one.check, row);
  }
  const list = [...rows].toSorted(
    ([, a], [, b]) => b.error - a.error || b.warning - a.warning || b.note - a.note,
  );
  const severities = ['error', 'warning', 'note'] as const;
  return h(
    'details',
    {},
    h('summary', {}, say('按校验规则计数', 'Counts by check')),
    table({
      caption: say('各校验规则的发现条数（筛选前）', 'Findings by check, before filtering'),
      columns: [
        {
          title: say('校验规则', 'Check'),
          heads: true,
          cell: ([check]: (typeof list)[number]) => checkName(check),
        },
        ...severities.map((severity) => ({
          title: word(SEVERITY_WORDS[severity]),
          numeric: true,
          cell: ([, row]: (typeof list)[number]) => row[severity],
          sortBy: ([, row]: (typeof list)[number]) => row[severity],
        })),
      ],
      rows: list,
    }),
  );
}
