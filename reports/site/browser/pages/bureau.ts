/** One bureau: its trends, how it stands among its peers, what does not hold in its reports, and every figure it published. */
import type { Scope } from '../../../../transforms/recognise/disclosure.ts';
import type { BureauEntry, MetricRowEntry } from '../../data.ts';
import { bureauLink } from '../bureau-link.ts';
import { allFigures, documentList, unclaimedNumbers } from '../bureau-records.ts';
import { budgetRows, SPENDING, THREE_PUBLIC, THREE_PUBLIC_PARTS } from '../bureau-rows.ts';
import { type Child, h, section } from '../element.ts';
import { definitions } from '../evidence.ts';
import { findingCard } from '../finding-card.ts';
import { say, word } from '../language.ts';
import { type BureauBooks, loadBureau } from '../load.ts';
import { metricSections } from '../metric-years.ts';
import { pages } from '../pages-of.ts';
import { linkTo, type Route } from '../route.ts';
import { site } from '../site.ts';
import { bureauName, regionName, scopeName, TIER_WORDS } from '../words.ts';
import { published, type Shelf, yearChart, yearTable } from '../yearly.ts';
import type { View } from './view.ts';

export async function bureauPage(route: Route): Promise<View> {
  const bureau = site.bureauById.get(route.subject);
  if (bureau === undefined) {
    return { title: say('没有这个单位', 'No such bureau'), content: h('p', {}, route.subject) };
  }
  const books = await loadBureau(bureau);
  const scope = chosenScope(bureau, route);
  const shelf = shelfOf(bureau, books, scope);
  const metrics = books.metrics.filter((row) => row.scope === scope);
  return {
    title: bureauName(bureau),
    content: [
      facts(bureau),
      scopeSwitch(bureau, scope),
      breaks(books, scope),
      contents(),
      threePublic(shelf),
      spending(shelf),
      metricSections(bureau, books, metrics, route),
      peers(bureau, metrics),
      findings(books),
      documentList(books),
      unclaimedNumbers(bureau),
      allFigures(shelf, route),
    ],
  };
}

function chosenScope(bureau: BureauEntry, { params }: Route): Scope {
  const wanted = params.get('scope');
  return bureau.scopes.find((scope) => scope === wanted) ?? bureau.scopes[0] ?? 'department';
}

function shelfOf(bureau: BureauEntry, books: BureauBooks, scope: Scope): Shelf {
  const figures = books.observations.filter((one) => one.scope === scope);
  const known = figures.map((one) => one.year);
  if (known.length === 0) return { bureau, books, figures, years: [] };
  const first = Math.min(...known);
  const last = Math.max(...known);
  // Every year between the first and the last, so that a missing one is seen.
  return {
    bureau,
    books,
    figures,
    years: Array.from({ length: last - first + 1 }, (_, index) => first + index),
  };
}

function facts(bureau: BureauEntry): HTMLElement {
  return definitions([
    [say('地区', 'Region'), regionLine(bureau)],
    [say('层级', 'Tier'), bureau.tier === null ? null : word(TIER_WORDS[bureau.tier])],
    [say('单位类型', 'Kind of office'), bureau.type],
    [say('标识', 'Identifier'), h('code', {}, bureau.id)],
  ]);
}

/** The name with its code; the code alone where no such division is known. */
function regionLine(bureau: BureauEntry): string {
  const name = regionName(bureau);
  return bureau.region === null || name === bureau.region ? name : `${name}（${bureau.region}）`;
}

/** Department and unit are never added up: one at a time. */
function scopeSwitch(bureau: BureauEntry, scope: Scope): Child {
  if (bureau.scopes.length === 1) {
    return h('p', { class: 'quiet' }, say(`口径：${scopeName(scope)}`, `Scope: ${scopeName(scope)}`));
  }
  return h(
    'nav',
    { class: 'tabs', 'aria-label': say('口径', 'Scope') },
    bureau.scopes.map((one) =>
      h(
        'a',
        {
          href: linkTo('bureau', bureau.id, { scope: one }),
          id: `scope-${one}`,
          'aria-current': one === scope ? 'true' : null,
        },
        one === 'department'
          ? say('部门（含下属单位）', 'Department with its units')
          : say('单位本级', 'The unit alone'),
      ),
    ),
  );
}

/** Years before and after are not of one series: said before any trend. */
function breaks({ breaks }: BureauBooks, scope: Scope): Child {
  const own = breaks.filter((one) => one.scope === scope);
  if (own.length === 0) return null;
  const lines = own.map((one) => h('li', {}, `${one.year}：${one.note}`));
  return [
    h(
      'p',
      {},
      say(
        '下列年度起数据与以前年度不可比：',
        'From these years on, figures are not of one series with those before:',
      ),
    ),
    h('ul', { class: 'breaks' }, lines),
  ];
}

/** The # of the address is taken by the page: an entry moves the focus to its section. */
function contents(): HTMLElement {
  const entries = [
    ['three-public', say('“三公”经费', 'Three public')],
    ['spending', say('预算与决算', 'Budget and actual')],
    ['metrics', say('指标与同类', 'Metrics and peers')],
    ['peers', say('同类单位', 'Peers')],
    ['findings', say('校验发现', 'Findings')],
    ['documents', say('文件', 'Documents')],
    ['figures', say('全部数字', 'All figures')],
  ] as const;
  return h(
    'nav',
    { class: 'contents', 'aria-label': say('本页内容', 'On this page') },
    entries.map(([id, title]) => h('button', { type: 'button', onclick: () => goTo(id) }, title)),
  );
}

function goTo(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}

function nothing(): HTMLElement {
  return h('p', { class: 'gap' }, say('未公布', 'not published'));
}

function threePublic(shelf: Shelf): HTMLElement {
  const title = say('“三公”经费', 'Three public expenses');
  const rows = published(shelf, THREE_PUBLIC);
  if (rows.length === 0) return section('three-public', title, nothing());
  const parts = THREE_PUBLIC_PARTS.filter(({ wanted }) => published(shelf, [wanted]).length > 0);
  return section(
    'three-public',
    title,
    parts.length === 0
      ? null
      : yearChart(
          shelf,
          say('“三公”经费决算数的构成（万元）', 'Three public expenses by part, actual (10k yuan)'),
          parts.map(({ wanted, name, look }) => ({ wanted, name: word(name), look })),
          true,
        ),
    yearTable(shelf, rows, say('“三公”经费：预算与决算', 'Three public expenses: budget and actual')),
  );
}

function spending(shelf: Shelf): HTMLElement {
  const title = say('预算与决算', 'Budget and actual');
  const rows = published(shelf, SPENDING);
  if (rows.length === 0) return section('spending', title, nothing());
  const { rows: drawn, fund } = budgetRows(shelf);
  return section(
    'spending',
    title,
    drawn.length === 0
      ? null
      : yearChart(
          shelf,
          say(`本年支出：预算与决算（${fund}，万元）`, `Expenditure: budget and actual (${fund}, 10k yuan)`),
          drawn,
          false,
        ),
    yearTable(shelf, rows, say('本年支出、基本支出与项目支出', 'Expenditure, basic and project')),
  );
}

const MOST_PEERS = 40;

/** Of the same kind and tier, its own province first: whom the metrics compare it with, before population bands. */
function peers(bureau: BureauEntry, metrics: readonly MetricRowEntry[]): HTMLElement {
  const same = site.bureaus.filter(
    (one) =>
      one.key !== bureau.key && one.tier === bureau.tier && one.type === bureau.type && one.type !== null,
  );
  const near = (one: BureauEntry) => Number(one.region?.slice(0, 2) !== bureau.region?.slice(0, 2));
  const list = same.toSorted((a, b) => near(a) - near(b)).slice(0, MOST_PEERS);
  const ranked = metrics.filter((row) => row.rank !== null).length;
  return section(
    'peers',
    say('同类单位', 'Peers'),
    h(
      'p',
      { class: 'quiet' },
      say(
        `同一层级、同类单位 ${same.length} 个；有位次的指标值 ${ranked} 个。每个指标所用的同类组见其依据。`,
        `${same.length} of the same tier and kind; ${ranked} ranked metric values. The evidence of each value names its group.`,
      ),
    ),
    list.length === 0
      ? null
      : h(
          'ul',
          { class: 'inline' },
          list.map((one) => h('li', {}, bureauLink(one))),
        ),
  );
}

function findings(books: BureauBooks): HTMLElement {
  const title = say(`校验发现（${books.findings.length}）`, `Findings (${books.findings.length})`);
  if (books.findings.length === 0) {
    return section(
      'findings',
      title,
      h('p', {}, say('没有发现公开数字之间的矛盾。', 'No published relation was found broken.')),
    );
  }
  return section(
    'findings',
    title,
    pages(books.findings, (one) => findingCard(one, books.places.get(one.id) ?? [], false)),
  );
}
