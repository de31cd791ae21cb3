/** What was collected and what became of it: bureau × year × kind, with the state and, where it was not read, the reason. */
import { DOCUMENT_STATE_WORDS, KIND_WORDS } from '../../../words.ts';
import type { CoverageEntry, DocumentEntry } from '../../data.ts';
import { bureauLink } from '../bureau-link.ts';
import { type Child, h, section } from '../element.ts';
import { archived } from '../evidence.ts';
import { expectedSection } from '../expected.ts';
import { fields, matchesPlace, type Option, placeFields, placeFilter, selectField } from '../fields.ts';
import { gap } from '../figure.ts';
import { say, word } from '../language.ts';
import { gather, loadCoverage, loadExpected } from '../load.ts';
import { exact } from '../numbers.ts';
import type { Route } from '../route.ts';
import { site } from '../site.ts';
import { type Column, table } from '../table.ts';
import { nameOfKey, reasonText, regionName, scopeName } from '../words.ts';
import type { View } from './view.ts';

/** Kinds that every bureau is expected to publish every year; others have a column where some bureau has them. */
const EXPECTED: readonly CoverageEntry['kind'][] = ['final_accounts', 'budget', 'self_evaluation'];

export async function coveragePage({ params }: Route): Promise<View> {
  const [{ coverage, documents }, { expected, rates }] = await Promise.all([
    loadCoverage(site.index.coverage),
    loadExpected(),
  ]);
  const filter = placeFilter();
  const years = [...new Set([...coverage, ...rates].flatMap((one) => one.year ?? []))].sort((a, b) => b - a);
  const year = params.get('year') ?? '';
  const state = params.get('state') ?? '';
  const owned = coverage.filter(
    (one) =>
      one.bureau !== null &&
      matchesPlace(site.bureauByKey.get(one.bureau), filter) &&
      (year === '' || String(one.year) === year),
  );
  const chosen = state === '' ? owned : owned.filter((one) => one.state === state);
  return {
    title: say('覆盖情况', 'Coverage'),
    content: [
      h('p', {}, summary()),
      fields(
        selectField(
          'year',
          say('年度', 'Year'),
          [{ value: '', title: say('全部年度', 'All years') }, ...years.map(yearOption)],
          year,
        ),
        ...placeFields(filter),
        selectField(
          'state',
          say('状态', 'State'),
          [
            { value: '', title: say('全部状态', 'All states') },
            ...Object.entries(DOCUMENT_STATE_WORDS).map(([value, name]) => ({ value, title: word(name) })),
          ],
          state,
        ),
      ),
      matrix(chosen),
      expectedSection(expected, rates, year, filter),
      documents.length === 0 ? null : nobodys(documents),
    ],
  };
}

function yearOption(year: number): Option {
  return { value: String(year), title: String(year) };
}

function summary(): string {
  const { extracted, quarantined, superseded } = site.index.counts.documents;
  return say(
    `共 ${exact(extracted + quarantined + superseded)} 份文件：已读取 ${exact(extracted)}，已隔离 ${exact(quarantined)}，已被新版取代 ${exact(superseded)}。“未收录”指收件目录中没有这份文件，不等于单位没有公布。`,
    `${exact(extracted + quarantined + superseded)} documents: ${exact(extracted)} read, ${exact(quarantined)} quarantined, ${exact(superseded)} superseded. "Not collected" means that the document was not in the inbox, not that it was never published.`,
  );
}

/** A row a bureau, scope and year. */
function matrix(coverage: readonly CoverageEntry[]): HTMLElement {
  const kinds = (Object.keys(KIND_WORDS) as NonNullable<CoverageEntry['kind']>[]).filter(
    (kind) => EXPECTED.includes(kind) || coverage.some((one) => one.kind === kind),
  );
  const rows = [...gather(coverage, (one) => JSON.stringify([one.bureau, one.scope, one.year])).values()];
  const bureauOf = (row: readonly CoverageEntry[]) => site.bureauByKey.get(row[0]!.bureau!);
  const columns: Column<readonly CoverageEntry[]>[] = [
    {
      title: say('单位名称', 'Bureau'),
      heads: true,
      cell: (row) => {
        const bureau = bureauOf(row);
        return bureau === undefined ? say('未识别', 'unidentified') : bureauLink(bureau);
      },
      sortBy: (row) => nameOfKey(row[0]!.bureau!),
    },
    {
      title: say('地区', 'Region'),
      wide: true,
      cell: (row) => {
        const bureau = bureauOf(row);
        return bureau === undefined ? '' : regionName(bureau);
      },
      sortBy: (row) => bureauOf(row)?.region ?? null,
    },
    { title: say('口径', 'Scope'), cell: (row) => (row[0]!.scope === null ? '' : scopeName(row[0]!.scope)) },
    {
      title: say('年度', 'Year'),
      numeric: true,
      cell: (row) => row[0]!.year ?? say('不详', 'unknown'),
      sortBy: (row) => row[0]!.year,
    },
    ...kinds.map((kind) => ({
      title: word(KIND_WORDS[kind]),
      cell: (row: readonly CoverageEntry[]): Child => stateCell(row.filter((one) => one.kind === kind)),
    })),
    {
      title: say('读出数字', 'Figures read'),
      numeric: true,
      cell: (row) => sum(row, 'facts'),
      sortBy: (row) => sum(row, 'facts'),
    },
    {
      title: say('未读懂数字', 'Unread numbers'),
      numeric: true,
      cell: (row) => sum(row, 'unclaimed'),
      sortBy: (row) => sum(row, 'unclaimed'),
    },
  ];
  return table({ caption: say('各单位各年度的文件', 'Documents by bureau and year'), columns, rows });
}

function sum(row: readonly CoverageEntry[], column: 'facts' | 'unclaimed'): number {
  return row.reduce((total, one) => total + one[column], 0);
}

function stateCell(entries: readonly CoverageEntry[]): Child {
  if (entries.length === 0) return gap(say('未收录', 'not collected'));
  return entries.map((one) =>
    h(
      'div',
      { class: `state ${one.state}` },
      word(DOCUMENT_STATE_WORDS[one.state]),
      one.documents > 1 ? ` ×${one.documents}` : null,
      one.state !== 'superseded' && one.reason !== null
        ? h('div', { class: 'reason' }, reasonText(one))
        : null,
      one.state === 'extracted' && one.facts === 0
        ? h('div', { class: 'reason' }, say('没有读出数字', 'no figure was read'))
        : null,
    ),
  );
}

function nobodys(documents: readonly DocumentEntry[]): HTMLElement {
  return section(
    'unidentified',
    say('没有认出单位的文件', 'Documents whose bureau is not known'),
    table({
      caption: say('没有认出单位的文件及原因', 'Documents whose bureau is not known, and why'),
      columns: [
        {
          title: say('文件', 'Document'),
          heads: true,
          cell: (one) => archived(one.file, one.archive, one.archiveText),
          sortBy: (one) => one.file,
        },
        { title: say('状态', 'State'), cell: (one) => word(DOCUMENT_STATE_WORDS[one.state]) },
        { title: say('原因', 'Reason'), wide: true, cell: (one) => reasonText(one) ?? '' },
      ],
      rows: documents,
    }),
  );
}
