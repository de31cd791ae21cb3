/** The page: a frame that stays, and one of ten views that is shown for what stands behind the # of the address. */
import { forgetCharts } from './charts.ts';
import { h } from './element.ts';
import { say, setLanguage } from './language.ts';
import { aboutPage } from './pages/about.ts';
import { bureauPage } from './pages/bureau.ts';
import { bureausPage } from './pages/bureaus.ts';
import { changesPage } from './pages/changes.ts';
import { coveragePage } from './pages/coverage.ts';
import { findingsPage } from './pages/findings.ts';
import { metricPage } from './pages/metric.ts';
import { metricsPage } from './pages/metrics.ts';
import { overviewPage } from './pages/overview.ts';
import { searchPage } from './pages/search.ts';
import type { View } from './pages/view.ts';
import { currentRoute, linkTo, type Route } from './route.ts';

const PAGES: Readonly<Record<string, (route: Route) => View | Promise<View>>> = {
  '': overviewPage,
  bureaus: bureausPage,
  bureau: bureauPage,
  metrics: metricsPage,
  metric: metricPage,
  findings: findingsPage,
  coverage: coveragePage,
  changes: changesPage,
  search: searchPage,
  about: aboutPage,
};

/** Pages about one thing stand under the list they belong to. */
const SECTION_OF: Readonly<Record<string, string>> = { bureau: 'bureaus', metric: 'metrics' };

let shown = '';
let turn = 0;

async function show(): Promise<void> {
  const route = currentRoute();
  const mine = ++turn;
  setLanguage(route.params.get('lang'));
  const address = `${route.page}/${route.subject}`;
  const isSamePage = address === shown;
  const focused = isSamePage ? (document.activeElement?.id ?? '') : '';
  const view = await viewOf(route);
  if (mine !== turn) return;
  for (const dialog of document.querySelectorAll('dialog')) dialog.close();
  forgetCharts();
  document.title = `${view.title} · ${say('对标', 'Duibiao')}`;
  document.body.replaceChildren(...scripts(), ...frame(route, view));
  if (isSamePage) document.getElementById(focused)?.focus({ preventScroll: true });
  else if (shown !== '') {
    scrollTo(0, 0);
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }
  shown = address;
}

async function viewOf(route: Route): Promise<View> {
  const page = PAGES[route.page];
  try {
    if (page !== undefined) return await page(route);
    return message(say('没有这个页面', 'No such page'), route.page);
  } catch (error) {
    const file = error instanceof Error ? error.message : String(error);
    return message(
      say('这部分数据没有读到', 'This part of the data could not be read'),
      say(
        `${file}：请确认 index.html 旁边的 data 文件夹完整，再刷新。`,
        `${file}: make sure that the folder "data" beside index.html is complete, then reload.`,
      ),
    );
  }
}

function message(title: string, text: string): View {
  return { title, content: [h('p', {}, text)] };
}

/** The index and the program stay in the document. */
function scripts(): Element[] {
  return [...document.body.children].filter((one) => one.tagName === 'SCRIPT');
}

function frame(route: Route, view: View): HTMLElement[] {
  return [
    h('a', { class: 'skip', href: '#content', onclick: skip }, say('跳到正文', 'Skip to content')),
    header(route),
    h('main', { id: 'content', tabindex: -1 }, h('h1', { tabindex: -1 }, view.title), view.content),
    footer(),
  ];
}

/** The # of the address is taken: move the focus instead. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

function header(route: Route): HTMLElement {
  const entries: [string, string][] = [
    ['', say('总览', 'Overview')],
    ['bureaus', say('单位', 'Bureaus')],
    ['metrics', say('指标', 'Metrics')],
    ['findings', say('校验发现', 'Findings')],
    ['coverage', say('覆盖情况', 'Coverage')],
    ['changes', say('变化', 'Changes')],
    ['about', say('说明', 'About')],
  ];
  const section = SECTION_OF[route.page] ?? route.page;
  return h(
    'header',
    { class: 'site' },
    h(
      'div',
      { class: 'bar' },
      h('a', { class: 'brand', href: linkTo('') }, '对标', h('span', {}, say('部门预决算对比', 'Duibiao'))),
      h(
        'nav',
        { 'aria-label': say('主导航', 'Main') },
        h(
          'ul',
          {},
          entries.map(([page, title]) =>
            h(
              'li',
              {},
              h('a', { href: linkTo(page), 'aria-current': page === section ? 'page' : null }, title),
            ),
          ),
        ),
      ),
      h('div', { class: 'tools' }, searchBox(route), languageSwitch(route)),
    ),
  );
}

function searchBox(route: Route): HTMLElement {
  const words = route.page === 'search' ? (route.params.get('q') ?? '') : '';
  const label = say('搜索单位或指标', 'Search bureaus or metrics');
  const input = h('input', {
    id: 'search',
    type: 'search',
    value: words,
    placeholder: label,
    'aria-label': label,
  });
  const search = (event: Event) => {
    event.preventDefault();
    location.hash = linkTo('search', '', { q: input.value.trim() });
  };
  return h('form', { role: 'search', onsubmit: search }, input);
}

function languageSwitch({ page, subject, params }: Route): HTMLElement {
  const other = say('en', 'zh');
  const href = linkTo(page, subject, { ...Object.fromEntries(params), lang: other });
  const name = other === 'en' ? 'English' : '中文';
  return h(
    'a',
    { class: 'language', href, lang: other === 'en' ? 'en' : 'zh-CN', hreflang: other, id: 'language' },
    name,
  );
}

function footer(): HTMLElement {
  return h(
    'footer',
    { class: 'site' },
    h(
      'p',
      {},
      say(
        '依据各单位公开的部门预算、部门决算和绩效自评编制。点击任一数字可看原文、页码和原件。',
        'Made from published budgets, final accounts and self-evaluations. Click any number to see the words it was printed with.',
      ),
    ),
  );
}

addEventListener('hashchange', () => void show());
/** What is folded away on a screen is wanted on paper. */
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('main details')) details.open = true;
});
void show();
