/** 变化: what the last run with news changed in what was published before it, and why. */
import type { WriteSheet } from 'hucre';
import { chinaDay } from '../../sources/china-time.ts';
import type { Unit } from '../../transforms/parse/quantity.ts';
import type { ChangeView } from '../../warehouse/schema.ts';
import { stateInWords } from '../change-words.ts';
import { CHANGE_KIND_WORDS, UNIT_WORDS } from '../words.ts';
import { type CellSpec, plainNumber, text, whole } from './cell.ts';
import { type Edition, SHEETS } from './edition.ts';
import { layTable } from './sheet.ts';
import { PALETTE, STYLES } from './styles.ts';

/** Beyond this the sheet is no longer read; `duibiao changes` and the view `changes` have them all. */
const MOST_CHANGES = 5_000;

export function changesSheet(edition: Edition): WriteSheet {
  const { say, data } = edition;
  const { run_id, run_at } = data.changes[0]!;
  const shown = data.changes.slice(0, MOST_CHANGES);
  return layTable({
    name: edition.word(SHEETS.changes),
    title: say(
      `变化：第 ${run_id} 次运行（${chinaDay(run_at)}）`,
      `Changes of run ${run_id} (${chinaDay(run_at)})`,
    ),
    summary: say(
      '最近一次有变化的运行：新旧文件、改变的数字、指标和位次及原因',
      'What the last run with news changed',
    ),
    notes: [
      shown.length < data.changes.length
        ? say(
            `只列前 ${shown.length} 处，共 ${data.changes.length} 处；其余见数据仓库视图“变化”。`,
            `The first ${shown.length} of ${data.changes.length}; the view changes has all.`,
          )
        : say(
            '新文件带来的数字只计个数，不逐个列出；金额单位为元。',
            'Figures of a new document are counted, not listed. Amounts in yuan.',
          ),
    ],
    columns: [
      { title: say('种类', 'kind'), style: STYLES.centred, widest: 16 },
      { title: say('单位名称', 'bureau'), style: STYLES.text, widest: 34 },
      { title: say('年度', 'year'), style: STYLES.centred },
      { title: say('对象', 'what'), style: STYLES.text, widest: 56 },
      { title: say('原来', 'before'), style: STYLES.number, widest: 20, narrowest: 12 },
      { title: say('现在', 'after'), style: STYLES.number, widest: 20, narrowest: 12 },
      { title: say('计量', 'unit'), style: STYLES.centred },
      { title: say('原因', 'why'), style: STYLES.text, widest: 56 },
    ],
    rows: shown.map((change) => [
      text(edition.word(CHANGE_KIND_WORDS[change.kind]), STYLES.centred),
      text(change.bureau_name ?? change.bureau_id),
      whole(change.fiscal_year),
      text(say(change.what, change.what_en)),
      stateCell(edition, change, { value: change.before_value, state: change.before }),
      stateCell(edition, change, { value: change.after_value, state: change.after }),
      text(unitOf(edition, change), STYLES.centred),
      text(say(change.why, change.why_en)),
    ]),
    frozenColumns: 2,
    tabColour: PALETTE.series[4],
  });
}

/** A rank says of how many; everything else is its value, and its state where it has none. */
function stateCell(
  { language }: Edition,
  { kind }: ChangeView,
  { value, state }: { value: number | null; state: string | null },
): CellSpec {
  if (kind !== 'rank_changed' && value !== null) return plainNumber(value);
  return text(state === null ? null : stateInWords(state, language), STYLES.centred);
}

function unitOf(edition: Edition, { unit, kind }: ChangeView): string | null {
  const known = unit === null || kind === 'rank_changed' ? undefined : UNIT_WORDS[unit as Unit];
  return known === undefined ? null : edition.word(known);
}
