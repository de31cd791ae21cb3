/** Everything behind a bureau's page: its documents, the numbers nothing could read, and every figure. */
import { DOCUMENT_STATE_WORDS, KIND_WORDS, PHASE_WORDS } from '../../words.ts';
import type { BureauEntry, DocumentEntry, ObservationEntry } from '../data.ts';
import { type Child, h, section } from './element.ts';
import { documentLine } from './evidence.ts';
import { fields, selectField, textField } from './fields.ts';
import { observedFigure } from './figure.ts';
import { figureUnit } from './format.ts';
import { say, word } from './language.ts';
import { type BureauBooks, loadUnclaimed } from './load.ts';
import { matchesWords } from './matching.ts';
import { exact } from './numbers.ts';
import type { Route } from './route.ts';
import { table } from './table.ts';
import { figureName, placeName, reasonText, scopeName } from './words.ts';
import type { Shelf } from './yearly.ts';

export function documentList({ documents }: BureauBooks): HTMLElement {
  return section(
    'documents',
    say(`文件（${documents.size}）`, `Documents (${documents.size})`),
    table<DocumentEntry>({
      caption: say('本单位的文件', 'Documents of this bureau'),
      columns: [
        { title: say('文件', 'Document'), heads: true, cell: (one) => documentLine(one) },
        { title: say('种类', 'Kind'), cell: (one) => (one.kind === null ? '' : word(KIND_WORDS[one.kind])) },
        { title: say('口径', 'Scope'), cell: (one) => (one.scope === null ? '' : scopeName(one.scope)) },
        {
          title: say('年度', 'Year'),
          numeric: true,
          cell: (one) => one.year ?? say('不详', 'unknown'),
          sortBy: (one) => one.year,
        },
        { title: say('状态', 'State'), cell: stateOf },
        { title: say('页数', 'Pages'), numeric: true, cell: (one) => one.pages ?? '' },
        { title: say('读出数字', 'Figures read'), numeric: true, cell: (one) => exact(one.facts) },
        { title: say('未读懂数字', 'Unread numbers'), numeric: true, cell: (one) => exact(one.unclaimed) },
      ],
      rows: [...documents.values()],
    }),
  );
}

function stateOf(one: DocumentEntry): Child {
  const state = word(DOCUMENT_STATE_WORDS[one.state]);
  return one.reason === null ? state : [state, h('div', { class: 'reason' }, reasonText(one))];
}

/** Loaded when asked for: there may be thousands. */
export function unclaimedNumbers(bureau: BureauEntry): Child {
  if (bureau.unclaimedFiles.length === 0) return null;
  const details = h(
    'details',
    {},
    h('summary', {}, say('没有读懂的数字', 'Numbers that nothing could read')),
    h('p', { class: 'quiet' }, say('这些数字不进入任何对比。', 'None of these is compared.')),
  );
  const show = async () => {
    const rows = await loadUnclaimed(bureau);
    details.append(
      table({
        caption: say('没有读懂的数字及原因', 'Numbers that nothing could read, and why'),
        columns: [
          { title: say('数字', 'Number'), heads: true, cell: (one) => one.text },
          {
            title: say('金额', 'Money'),
            cell: (one) => (one.money === 1 ? say('是', 'yes') : say('否', 'no')),
          },
          { title: say('上下文', 'Context'), wide: true, cell: (one) => one.context },
          { title: say('原因', 'Reason'), wide: true, cell: (one) => one.reason },
          { title: say('文件', 'Document'), cell: (one) => one.file },
          { title: say('位置', 'Where'), wide: true, cell: (one) => placeName(one.locator) },
        ],
        rows,
      }),
    );
  };
  details.addEventListener('toggle', () => void show(), { once: true });
  return details;
}

export function allFigures(shelf: Shelf, { params }: Route): HTMLElement {
  const year = params.get('fyear') ?? '';
  const words = params.get('fwords') ?? '';
  const rows = shelf.figures.filter(
    (one) =>
      (year === '' || String(one.year) === year) &&
      (words === '' || matchesWords(words, `${figureName(one)} ${one.quote}`)),
  );
  return section(
    'figures',
    say(`全部数字（${shelf.figures.length}）`, `All figures (${shelf.figures.length})`),
    fields(
      selectField(
        'fyear',
        say('年度', 'Year'),
        [
          { value: '', title: say('全部年度', 'All years') },
          ...shelf.years.map((one) => ({ value: String(one), title: String(one) })),
        ],
        year,
      ),
      textField('fwords', say('文字', 'Words'), words),
    ),
    table<ObservationEntry>({
      caption: say('采信的数字', 'Accepted figures'),
      columns: [
        { title: say('年度', 'Year'), numeric: true, cell: (one) => one.year, sortBy: (one) => one.year },
        { title: say('项', 'Item'), heads: true, cell: figureName, sortBy: figureName },
        { title: say('阶段', 'Phase'), cell: (one) => word(PHASE_WORDS[one.phase]) },
        {
          title: say('数额', 'Figure'),
          numeric: true,
          cell: (one) => observedFigure(shelf.bureau, shelf.books, one),
          sortBy: (one) => one.value,
        },
        { title: say('计量', 'Unit'), cell: (one) => figureUnit(one.unit) },
        { title: say('位置', 'Where'), wide: true, cell: (one) => placeName(one.locator) },
      ],
      rows,
    }),
  );
}
