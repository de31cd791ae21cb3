/** The evidence of a number: what it was computed from, the words it was printed with, and where they can be opened. */
import { choiceInWords } from '../../choice-words.ts';
import { basisInWords, OBSERVATION_STATUS_WORDS } from '../../words.ts';
import type { BureauEntry, DocumentEntry, MetricRowEntry, ObservationEntry, WitnessEntry } from '../data.ts';
import { append, type Child, h, webLink } from './element.ts';
import { figureText, figureUnit, metricText, metricUnit } from './format.ts';
import { heading, language, say, word } from './language.ts';
import { type BureauBooks, loadBureau } from './load.ts';
import { exact } from './numbers.ts';
import { site } from './site.ts';
import { figureName, peerGroupName, placeName, statusReason, statusWord, whoAndWhen } from './words.ts';

export async function showMetricEvidence(row: MetricRowEntry): Promise<void> {
  const bureau = site.bureauByKey.get(row.bureau)!;
  const metric = site.metricById.get(row.metric)!;
  const body = openDialog(heading(metric.name), whoAndWhen(bureau, row.scope, row.year));
  append(body, [
    row.project === null ? null : h('p', {}, say('项目：', 'Project: '), row.project),
    headline(row),
    calculation(row),
  ]);
  const books = await loadBureau(bureau);
  const ids = books.inputs.get(row.id) ?? [];
  append(body, [
    h('h3', {}, say(`所用的公开数字（${ids.length}）`, `Published figures used (${ids.length})`)),
    ids.length === 0
      ? h('p', { class: 'quiet' }, say('没有可用的公开数字。', 'No published figure could be used.'))
      : null,
    ids.map((id) => figureCard(books, books.observation.get(id)!)),
  ]);
}

export function showObservationEvidence(
  bureau: BureauEntry,
  books: BureauBooks,
  one: ObservationEntry,
): void {
  const body = openDialog(figureName(one), whoAndWhen(bureau, one.scope, one.year));
  append(body, [figureCard(books, one)]);
}

function headline(row: MetricRowEntry): HTMLElement {
  const metric = site.metricById.get(row.metric)!;
  if (row.value === null) {
    return h(
      'p',
      { class: 'evidence-value gap' },
      statusWord(row),
      h('span', { class: 'evidence-note' }, statusReason(row)),
    );
  }
  const unit = metric.unit === 'percent' ? '' : ` ${metricUnit(metric.unit)}`;
  return h(
    'p',
    { class: 'evidence-value' },
    h('data', { value: row.value }, metricText(row.value, metric.unit, row.metric)),
    unit,
  );
}

function calculation(row: MetricRowEntry): HTMLElement {
  const metric = site.metricById.get(row.metric)!;
  const number = (value: number | null) => (value === null ? null : exact(value));
  const inUnit = (value: number | null) =>
    value === null ? null : metricText(value, metric.unit, row.metric) + unitAfter(metric.unit);
  const usesPopulation = row.basis.includes('population=');
  return definitions([
    [say('公式', 'Formula'), word(metric.formula)],
    [say('分子', 'Numerator'), number(row.numerator)],
    [say('分母', 'Denominator'), number(row.denominator)],
    [say('取数口径', 'Basis'), row.basis === '' ? null : basisInWords(row.basis, language())],
    [say('报告自述', 'As the report states'), inUnit(row.reported)],
    [say('同类组', 'Peer group'), row.peerGroup === null ? null : peerGroupName(row.peerGroup)],
    [say('同类个数', 'Peers'), row.peerCount],
    [say('同类中位数', 'Peer median'), inUnit(row.peerMedian)],
    [say('位次', 'Rank'), row.rank === null ? noRank(row) : `${row.rank} / ${row.peerCount}`],
    [say('百分位', 'Percentile'), row.percentile === null ? null : exact(row.percentile)],
    [say('人口来源', 'Population source'), usesPopulation ? site.index.populationSource : null],
  ]);
}

function unitAfter(unit: 'percent' | 'CNY' | 'persons' | 'points'): string {
  return unit === 'percent' ? '' : ` ${metricUnit(unit)}`;
}

function noRank(row: MetricRowEntry): string | null {
  if (row.value === null || row.project !== null || row.peerCount === null) return null;
  return say('同类不足 5 个，不排名', 'fewer than five peers: not ranked');
}

/** Pairs whose value is null are left out. */
export function definitions(pairs: readonly (readonly [string, Child])[]): HTMLElement {
  return h(
    'dl',
    { class: 'pairs' },
    pairs
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
  );
}

function figureCard(books: BureauBooks, one: ObservationEntry): HTMLElement {
  const others = books.witnesses.get(one.id) ?? [];
  return h(
    'section',
    { class: 'card' },
    h('h4', {}, `${figureName(one)}`, h('span', { class: 'quiet' }, ` ${one.year}`)),
    h(
      'p',
      { class: 'card-value' },
      h('data', { value: one.value }, figureText(one.value, one.unit)),
      one.unit === 'percent' ? null : ` ${figureUnit(one.unit)}`,
      one.unit === 'CNY'
        ? h('span', { class: 'evidence-note' }, `${exact(one.value)} ${say('元', 'yuan')}`)
        : null,
    ),
    quoted(one.quote),
    definitions([
      [say('印作', 'Printed as'), one.printed === '' ? null : `${one.printed} ${one.printedUnit}`],
      [say('位置', 'Where'), placeName(one.locator)],
      [say('文件', 'Document'), documentLine(books.documents.get(one.document))],
      [say('取用理由', 'Why this one'), whyChosen(one.reason)],
      [say('状态', 'Status'), statusLine(one)],
      [say('读取规则', 'Rule'), one.rule === '' ? null : h('code', {}, one.rule)],
    ]),
    otherWitnesses(books, one, others),
  );
}

/** What a person wrote stays Chinese. */
function whyChosen(reason: string): HTMLElement {
  const words = choiceInWords(reason, language());
  return h('span', { lang: words === reason ? 'zh-CN' : null }, words);
}

function statusLine(one: ObservationEntry): string {
  const status = word(OBSERVATION_STATUS_WORDS[one.status]);
  return one.basis === 'derived'
    ? say(`${status}；由原文所述数字推得`, `${status}; derived from stated figures`)
    : status;
}

export function quoted(quote: string): HTMLElement {
  return h('blockquote', { lang: 'zh-CN' }, quote);
}

export function documentLine(document: DocumentEntry | undefined): HTMLElement | null {
  if (document === undefined) return null;
  return h(
    'span',
    {},
    archived(document.file, document.archive, document.archiveText),
    document.url === null ? null : h('span', {}, say('；原网址 ', '; published at '), webLink(document.url)),
  );
}

/** The archived bytes, by a relative link where a browser runs nothing of them. */
export function archived(file: string, link: string | null, text?: string): HTMLElement {
  if (link !== null) return h('a', { href: link, target: '_blank', rel: 'noopener' }, file);
  const safe = say('网页原件不从这里打开，归档于 ', 'an archived web page is not opened from here: ');
  return h('span', {}, file, text === undefined ? null : h('span', { class: 'quiet' }, `（${safe}${text}）`));
}

function otherWitnesses(
  books: BureauBooks,
  one: ObservationEntry,
  others: readonly WitnessEntry[],
): HTMLElement | null {
  if (others.length === 0) return null;
  const against = others.filter((witness) => witness.role === 'contradicting');
  return h(
    'details',
    { open: against.length > 0 },
    h(
      'summary',
      {},
      against.length > 0
        ? say(
            `其他出处 ${others.length} 处，其中 ${against.length} 处不一致`,
            `${others.length} other places, ${against.length} of them contradict`,
          )
        : say(`其他出处 ${others.length} 处，均一致`, `${others.length} other places, all agree`),
    ),
    h(
      'ul',
      { class: 'witnesses' },
      others.map((witness) =>
        h(
          'li',
          {},
          h(
            'strong',
            { class: witness.role === 'contradicting' ? 'against' : null },
            `${witness.printed} ${witness.printedUnit}`,
          ),
          ` ${witness.role === 'contradicting' ? say('不一致', 'contradicts') : say('一致', 'agrees')} · ${placeName(witness.locator)}`,
          witness.document === one.document
            ? null
            : [' · ', documentLine(books.documents.get(witness.document))],
          quoted(witness.quote),
        ),
      ),
    ),
  );
}

/** A modal dialog keeps the focus inside, closes on Escape and gives the focus back to the number. */
function openDialog(title: string, subtitle: string): HTMLElement {
  const body = h('div', { class: 'evidence-body' });
  const dialog = h(
    'dialog',
    { class: 'evidence', 'aria-labelledby': 'evidence-title' },
    h(
      'header',
      {},
      h('div', {}, h('h2', { id: 'evidence-title' }, title), h('p', { class: 'subtitle' }, subtitle)),
      h(
        'button',
        { type: 'button', class: 'close', onclick: () => dialog.close(), 'aria-label': say('关闭', 'close') },
        '×',
      ),
    ),
    body,
  );
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return body;
}
