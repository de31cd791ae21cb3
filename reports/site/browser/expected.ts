/** Reports that registered bureaus owe the public and that are not there: which, since when, and why. */
import { EXPECTED_STATE_WORDS, KIND_WORDS } from '../../words.ts';
import type { ExpectedEntry, ExpectedRate } from '../data.ts';
import { bureauLink } from './bureau-link.ts';
import { type Child, h, section } from './element.ts';
import { matchesPlace, type PlaceFilter } from './fields.ts';
import { say, word } from './language.ts';
import { exact } from './numbers.ts';
import { site } from './site.ts';
import { table } from './table.ts';
import { reasonText, scopeName } from './words.ts';

/** Nothing where no bureau is registered. */
export function expectedSection(
  absent: readonly ExpectedEntry[],
  rates: readonly ExpectedRate[],
  year: string,
  filter: PlaceFilter,
): Child {
  if (rates.length === 0) return null;
  const ofYear = (one: { year: number }) => year === '' || String(one.year) === year;
  return section(
    'expected',
    say('应公开的报告', 'Reports that are owed'),
    h(
      'p',
      {},
      say(
        '按登记的单位逐年核对：预算、决算和自评到期应公开多少份，见到多少份；没有见到的逐份列出。“逾期未见”指登记的网址和收件目录中都没有找到。',
        'Checked against the register of bureaus: how many reports are owed by now, how many are there, and each that is not. "Missing" means that neither the registered pages nor the inbox have it.',
      ),
    ),
    rateTable(rates.filter(ofYear)),
    absentTable(absent.filter((one) => ofYear(one) && matchesPlace(one, filter))),
  );
}

const COUNTED = ['present', 'missing', 'quarantined', 'withdrawn', 'due'] as const;

function rateTable(rates: readonly ExpectedRate[]): HTMLElement {
  return table<ExpectedRate>({
    caption: say('各年度应公开与已公开的份数', 'Reports owed and present by year'),
    columns: [
      {
        title: say('年度', 'Year'),
        numeric: true,
        heads: true,
        cell: (one) => one.year,
        sortBy: (one) => one.year,
      },
      { title: say('种类', 'Kind'), cell: (one) => word(KIND_WORDS[one.kind]) },
      { title: say('应公开', 'Owed'), numeric: true, cell: (one) => exact(one.expected) },
      ...COUNTED.map((state) => ({
        title: word(EXPECTED_STATE_WORDS[state]),
        numeric: true,
        cell: (one: ExpectedRate) => exact(one[state]),
        sortBy: (one: ExpectedRate) => one[state],
      })),
      {
        title: say('公开率 %', 'Disclosure rate %'),
        numeric: true,
        cell: (one) => (one.rate === null ? say('未到期', 'not yet due') : exact(one.rate)),
        sortBy: (one) => one.rate,
      },
    ],
    rows: rates,
  });
}

function absentTable(absent: readonly ExpectedEntry[]): HTMLElement {
  return table<ExpectedEntry>({
    caption: say('没有见到的报告', 'Reports that are not there'),
    columns: [
      {
        title: say('单位名称', 'Bureau'),
        heads: true,
        cell: (one) => {
          const bureau = site.bureauByKey.get(one.bureau);
          return bureau === undefined ? one.name : bureauLink(bureau);
        },
        sortBy: (one) => one.name,
      },
      {
        title: say('地区', 'Region'),
        wide: true,
        cell: (one) => (one.region === null ? '' : (site.index.regions[one.region] ?? one.region)),
        sortBy: (one) => one.region,
      },
      { title: say('口径', 'Scope'), cell: (one) => scopeName(one.scope) },
      { title: say('年度', 'Year'), numeric: true, cell: (one) => one.year, sortBy: (one) => one.year },
      {
        title: say('种类', 'Kind'),
        cell: (one) => word(KIND_WORDS[one.kind]),
        sortBy: (one) => one.kind,
      },
      { title: say('应于', 'Due on'), cell: (one) => one.due, sortBy: (one) => one.due },
      {
        title: say('状态', 'State'),
        cell: (one) => h('div', { class: `state ${one.state}` }, word(EXPECTED_STATE_WORDS[one.state])),
        sortBy: (one) => one.state,
      },
      { title: say('原因', 'Reason'), wide: true, cell: (one) => reasonText(one) ?? absentReason(one) },
    ],
    rows: absent,
    empty: say('应公开的都已见到。', 'Everything that is owed is there.'),
  });
}

function absentReason({ state, due }: ExpectedEntry): string {
  if (state === 'due') return say(`${due} 到期`, `owed by ${due}`);
  return say('到期后没有找到', 'not found after its day');
}
