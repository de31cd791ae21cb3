/** 数据明细: every accepted figure, with the document, the place and the words it was read from. */
import type { WriteSheet } from 'hucre';
import { BASIS_WORDS, FUND_WORDS, OBSERVATION_STATUS_WORDS, PHASE_WORDS, SCOPE_WORDS } from '../words.ts';
import { type CellSpec, numberStyle, text, whole } from './cell.ts';
import { type Edition, SHEETS, untracedNote } from './edition.ts';
import { observedCell, observedUnit } from './observed.ts';
import type { ObservedFigure } from './read-benchmarks.ts';
import { firstRowNumber, layTable, rangeOf, rowFor } from './sheet.ts';
import { FORMATS, PALETTE, STYLES } from './styles.ts';

const NOTES = 1;
const STATUS_COLUMN = 12;

export const DETAILS_FIRST_ROW = firstRowNumber(NOTES);

export function detailsSheet(edition: Edition): WriteSheet {
  const { say } = edition;
  const centred = STYLES.centred;
  const rows = rowFor(edition.data.observations, (observation) => detailRow(edition, observation));
  const lastRow = DETAILS_FIRST_ROW + rows.length - 1;
  return layTable({
    name: edition.word(SHEETS.details),
    title: say('数据明细：采信的每个公开数字', 'Observations: every accepted figure'),
    notes: [
      say(
        '金额以万元列示，原始精度保存在数据仓库。状态“有争议”指文件之间或文件内部说法不一，尚待核实。',
        'Money in 10,000 yuan. "Contested" figures are stated differently in different places.',
      ) + untracedNote(edition),
    ],
    columns: [
      { title: say('单位名称', 'bureau'), style: STYLES.text, widest: 32 },
      { title: say('口径', 'scope'), style: centred },
      { title: say('年度', 'year'), style: centred },
      { title: say('项', 'concept'), style: STYLES.text, widest: 30 },
      { title: say('阶段', 'phase'), style: centred, narrowest: 12 },
      { title: say('资金', 'fund'), style: centred, narrowest: 12, widest: 16 },
      { title: say('功能科目', 'function'), style: STYLES.text, widest: 26 },
      { title: say('经济科目', 'economic class'), style: STYLES.text, widest: 22 },
      { title: say('项目', 'project'), style: STYLES.text, widest: 26 },
      { title: say('数额', 'figure'), style: numberStyle(FORMATS.tenThousand), narrowest: 14 },
      { title: say('计量', 'unit'), style: centred },
      { title: say('来历', 'basis'), style: centred },
      { title: say('状态', 'status'), style: centred, narrowest: 10 },
      { title: say('采信理由', 'why'), style: STYLES.text, widest: 22 },
      { title: say('出现次数', 'times stated'), style: centred, narrowest: 11 },
      { title: say('文件', 'document'), style: STYLES.text, widest: 38 },
      { title: say('位置', 'where'), style: STYLES.text, widest: 26 },
      { title: say('原文', 'quote'), style: STYLES.text, widest: 60 },
    ],
    rows,
    frozenColumns: 1,
    pagesAcross: 2,
    mostLines: 4,
    tabColour: PALETTE.faint,
    conditionalRules: [
      {
        type: 'cellIs',
        operator: 'equal',
        formula: `"${edition.word(OBSERVATION_STATUS_WORDS.contested)}"`,
        priority: 1,
        range: rangeOf(
          DETAILS_FIRST_ROW - 1,
          STATUS_COLUMN,
          Math.max(lastRow, DETAILS_FIRST_ROW) - 1,
          STATUS_COLUMN,
        ),
        style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: PALETTE.warning } } },
      },
    ],
  });
}

function detailRow(edition: Edition, one: ObservedFigure): CellSpec[] {
  const centred = STYLES.centred;
  return [
    text(edition.bureauOf(one)),
    text(edition.word(SCOPE_WORDS[one.scope]), centred),
    whole(one.fiscal_year),
    text(edition.say(one.concept_zh, one.concept_en)),
    text(edition.word(PHASE_WORDS[one.phase]), centred),
    text(edition.word(FUND_WORDS[one.fund]), centred),
    text(codeAndName(one.function_code, one.function_name)),
    text(codeAndName(one.economic_code, one.economic_name)),
    text(one.project),
    observedCell(one),
    text(observedUnit(one, edition.language), centred),
    text(edition.word(BASIS_WORDS[one.basis]), centred),
    text(edition.word(OBSERVATION_STATUS_WORDS[one.status]), centred),
    text(one.reason),
    whole(one.fact_count),
    text(one.source_file),
    text(one.locator),
    text(one.quote),
  ];
}

function codeAndName(code: string | null, name: string | null): string | null {
  return code === null ? null : [code, name].filter(Boolean).join(' ');
}
