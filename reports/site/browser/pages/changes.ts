/** What the last run with news changed in what was published before it, each with the reason and the evidence. */

import { chinaDay } from '../../../../sources/china-time.ts';
import type { Unit } from '../../../../transforms/parse/quantity.ts';
import {
  CHANGE_KIND_WORDS,
  METRIC_STATUS_WORDS,
  OBSERVATION_STATUS_WORDS,
  type Word,
} from '../../../words.ts';
import type { ChangeCountEntry, ChangeEntry } from '../../data.ts';
import { bureauLink } from '../bureau-link.ts';
import { type Child, h, section } from '../element.ts';
import { archived, showMetricEvidence, showObservationEvidence } from '../evidence.ts';
import { fields, matchesPlace, placeFields, placeFilter, selectField, textField } from '../fields.ts';
import { figureText, figureUnit } from '../format.ts';
import { language, say, word } from '../language.ts';
import { gather, loadBureau, loadChanges } from '../load.ts';
import { matchesWords } from '../matching.ts';
import { exact } from '../numbers.ts';
import type { Route } from '../route.ts';
import { site } from '../site.ts';
import { type Column, table } from '../table.ts';
import type { View } from './view.ts';

type Kind = ChangeEntry['kind'];

/** Read from the document down to what follows from it. */
const SECTIONS: readonly { id: string; title: readonly [string, string]; kinds: readonly Kind[] }[] = [
  {
    id: 'documents',
    title: ['文件', 'Documents'],
    kinds: ['document_new', 'document_read', 'document_replaced', 'document_gone', 'document_quarantined'],
  },
  {
    id: 'figures',
    title: ['数字', 'Figures'],
    kinds: ['observation_changed', 'observation_new', 'observation_gone'],
  },
  { id: 'findings', title: ['校验发现', 'Findings'], kinds: ['finding_new', 'finding_gone'] },
  { id: 'metrics', title: ['指标', 'Metrics'], kinds: ['metric_changed'] },
  { id: 'ranks', title: ['位次', 'Ranks'], kinds: ['rank_changed'] },
  { id: 'rest', title: ['其余', 'The rest'], kinds: ['not_listed'] },
];

export async function changesPage({ params }: Route): Promise<View> {
  const title = say('变化', 'Changes');
  const latest = site.changeCounts[0];
  if (latest === undefined) return { title, content: [h('p', {}, say('还没有变化。', 'No changes yet.'))] };
  const kind = params.get('kind') ?? '';
  const words = params.get('words') ?? '';
  const filter = placeFilter();
  const shown = (await loadChanges()).filter(
    (one) =>
      (kind === '' || one.kind === kind) &&
      matchesPlace(site.bureauByKey.get(one.bureau ?? ''), filter) &&
      (words === '' || matchesWords(words, `${one.name ?? ''} ${one.what} ${one.whatEn ?? ''}`)),
  );
  const counts = inOrder(site.changeCounts.filter(({ run }) => run === latest.run));
  return {
    title,
    content: [
      h('p', {}, lead(latest)),
      countList(counts),
      fields(
        selectField(
          'kind',
          say('种类', 'Kind'),
          [
            { value: '', title: say('全部种类', 'All kinds') },
            ...counts.map((one) => ({ value: one.kind, title: word(CHANGE_KIND_WORDS[one.kind]) })),
          ],
          kind,
        ),
        ...placeFields(filter),
        textField('words', say('文字', 'Words'), words),
      ),
      SECTIONS.map((one) => sectionOf(one, shown, counts)),
      earlierRuns(latest.run),
    ],
  };
}

const KINDS = SECTIONS.flatMap(({ kinds }) => kinds);

/** As the page goes on: documents first. */
function inOrder(counts: readonly ChangeCountEntry[]): ChangeCountEntry[] {
  return counts.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

function lead({ run, at }: ChangeCountEntry): string {
  const day = chinaDay(at);
  return say(
    `最近一次有变化的运行（第 ${run} 次，${day}）与此前发布的数据相比。新文件带来的数字只计个数，不逐个列出；点击数字看依据。`,
    `What run ${run} of ${day}, the last with news, changed in what was published before it. Figures that a new document brings are counted, not listed. Click a number to see its evidence.`,
  );
}

function countList(counts: readonly ChangeCountEntry[]): HTMLElement {
  return h(
    'ul',
    { class: 'tally' },
    counts.map(({ kind, count }) =>
      h('li', {}, h('strong', {}, exact(count)), say(' ', ' × '), word(CHANGE_KIND_WORDS[kind])),
    ),
  );
}

function sectionOf(
  { id, title, kinds }: (typeof SECTIONS)[number],
  changes: readonly ChangeEntry[],
  counts: readonly ChangeCountEntry[],
): Child {
  const rows = changes.filter((one) => kinds.includes(one.kind));
  if (rows.length === 0) return null;
  const all = counts.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { count }) => sum + count, 0);
  const caption = say(`${title[0]}的变化`, `Changes of ${title[1].toLowerCase()}`);
  return section(
    `changes-${id}`,
    say(`${title[0]}（${rows.length}）`, `${title[1]} (${rows.length})`),
    rows.length < all
      ? h(
          'p',
          { class: 'quiet' },
          say(
            `共 ${all} 处，这里列出 ${rows.length} 处；其余见命令 duibiao changes 和数据仓库视图“变化”。`,
            `${rows.length} of ${all}; the command "duibiao changes" and the view "changes" have all.`,
          ),
        )
      : null,
    table({ caption, columns: id === 'documents' ? documentColumns() : valueColumns(id), rows }),
  );
}

const KIND_COLUMN = (): Column<ChangeEntry> => ({
  title: say('种类', 'Kind'),
  cell: (one) => h('span', { class: 'whole' }, word(CHANGE_KIND_WORDS[one.kind])),
  sortBy: (one) => one.kind,
});
const BUREAU_COLUMN = (): Column<ChangeEntry> => ({
  title: say('单位名称', 'Bureau'),
  wide: true,
  cell: (one) => {
    const bureau = site.bureauByKey.get(one.bureau ?? '');
    return bureau === undefined ? (one.name ?? say('未识别', 'unidentified')) : bureauLink(bureau);
  },
  sortBy: (one) => one.name,
});
const YEAR_COLUMN = (): Column<ChangeEntry> => ({
  title: say('年度', 'Year'),
  numeric: true,
  cell: (one) => one.year ?? '',
  sortBy: (one) => one.year,
});
const WHY_COLUMN = (): Column<ChangeEntry> => ({
  title: say('原因', 'Why'),
  wide: true,
  cell: (one) => say(one.why, one.whyEn ?? one.why),
});

function whatOf(one: ChangeEntry): string {
  return say(one.what, one.whatEn ?? one.what);
}

function documentColumns(): Column<ChangeEntry>[] {
  return [
    { title: say('文件', 'Document'), heads: true, cell: (one) => one.what, sortBy: (one) => one.what },
    KIND_COLUMN(),
    BUREAU_COLUMN(),
    YEAR_COLUMN(),
    {
      title: say('采信的数字', 'Figures accepted'),
      numeric: true,
      cell: (one) => (one.afterValue === null ? '' : exact(one.afterValue)),
      sortBy: (one) => one.afterValue,
    },
    WHY_COLUMN(),
    {
      title: say('原件', 'Original'),
      cell: (one) =>
        opener(say('打开', 'Open'), `${say('打开', 'Open')} ${one.what}`, (at) => openOriginal(one, at)),
    },
  ];
}

function valueColumns(id: string): Column<ChangeEntry>[] {
  const hasValues = id !== 'findings' && id !== 'rest';
  return [
    { title: say('对象', 'What'), heads: true, cell: whatOf, sortBy: whatOf },
    KIND_COLUMN(),
    BUREAU_COLUMN(),
    YEAR_COLUMN(),
    ...(hasValues
      ? [
          { title: say('原来', 'Before'), numeric: true, cell: (one: ChangeEntry) => side(one, 'before') },
          { title: say('现在', 'After'), numeric: true, cell: (one: ChangeEntry) => now(one) },
          { title: say('计量', 'Unit'), cell: unitOf },
        ]
      : []),
    WHY_COLUMN(),
  ];
}

/** The value of a side; its state where it has none, or where the state alone changed; of a rank, of how many. */
function side(one: ChangeEntry, which: 'before' | 'after'): string {
  const value = which === 'before' ? one.beforeValue : one.afterValue;
  if (one.kind === 'rank_changed' || value === null) return stateOf(one, which) ?? '—';
  const text = one.unit === null ? exact(value) : figureText(value, one.unit);
  if (one.beforeValue !== one.afterValue || one.before === one.after) return text;
  return say(`${text}（${stateOf(one, which)}）`, `${text} (${stateOf(one, which)})`);
}

const STATES: Readonly<Record<string, Word>> = { ...OBSERVATION_STATUS_WORDS, ...METRIC_STATUS_WORDS };

function stateOf(one: ChangeEntry, which: 'before' | 'after'): string | null {
  const state = one[which];
  const known = state === null ? undefined : STATES[state];
  return known === undefined ? state : word(known);
}

function unitOf(one: ChangeEntry): string {
  if (one.kind === 'rank_changed' || one.unit === null || one.unit === 'percent') return '';
  return figureUnit(one.unit as Unit);
}

/** What still stands opens its evidence. */
function now(one: ChangeEntry): Child {
  const text = side(one, 'after');
  if (one.after === null || one.bureau === null) return text;
  return opener(text, say(`${one.what}：看依据`, `${whatOf(one)}: see the evidence`), () =>
    openEvidence(one),
  );
}

function opener(text: string, title: string, open: (at: HTMLElement) => Promise<void>): HTMLElement {
  const button = h(
    'button',
    { type: 'button', class: 'figure', title, lang: language() === 'zh' ? 'zh-CN' : null },
    text,
  );
  button.addEventListener('click', () => void open(button));
  return button;
}

async function openEvidence(one: ChangeEntry): Promise<void> {
  const bureau = site.bureauByKey.get(one.bureau ?? '');
  if (bureau === undefined) return;
  const books = await loadBureau(bureau);
  const observation = books.observation.get(one.key);
  if (observation !== undefined) return showObservationEvidence(bureau, books, observation);
  const row = books.metrics.find(({ id }) => id === one.key);
  if (row !== undefined) await showMetricEvidence(row);
}

/** The link, or the place in the archive, takes the place of the button. */
async function openOriginal(one: ChangeEntry, at: HTMLElement): Promise<void> {
  const bureau = site.bureauByKey.get(one.bureau ?? '');
  const found = bureau === undefined ? undefined : (await loadBureau(bureau)).documents.get(one.key);
  const place =
    found === undefined
      ? h('span', { class: 'quiet' }, say('见覆盖情况', 'see coverage'))
      : archived(found.file, found.archive, found.archiveText);
  at.replaceWith(place);
  place.tabIndex = -1;
  place.focus();
}

function earlierRuns(latest: number): Child {
  const runs = [
    ...gather(
      site.changeCounts.filter(({ run }) => run !== latest),
      ({ run }) => String(run),
    ).values(),
  ];
  if (runs.length === 0) return null;
  return section(
    'earlier',
    say('更早的运行', 'Earlier runs'),
    table<ChangeCountEntry[]>({
      caption: say('每次运行改变了多少', 'How much each run changed'),
      columns: [
        { title: say('运行', 'Run'), numeric: true, heads: true, cell: ([one]) => one!.run },
        { title: say('日期', 'Day'), cell: ([one]) => chinaDay(one!.at) },
        {
          title: say('变化', 'Changes'),
          wide: true,
          cell: (counts) =>
            inOrder(counts)
              .map(({ kind, count }) => `${word(CHANGE_KIND_WORDS[kind])} ${exact(count)}`)
              .join(say('，', ', ')),
        },
      ],
      rows: runs,
    }),
  );
}
