/** 校验发现: published relations that do not hold, the gravest first. */
import type { WriteSheet } from 'hucre';
import type { FindingView } from '../../warehouse/schema.ts';
import { inLanguage, SEVERITY_WORDS } from '../words.ts';
import { type CellSpec, number, numberStyle, plainNumber, text, whole } from './cell.ts';
import { type Edition, SHEETS } from './edition.ts';
import { inTenThousand, observedUnit } from './observed.ts';
import { firstRowNumber, layTable, rangeOf, rowFor } from './sheet.ts';
import { FORMATS, PALETTE, STYLES } from './styles.ts';

const NOTES = 1;
const COLUMNS = 11;

export function findingsSheet(edition: Edition): WriteSheet {
  const { say } = edition;
  const { findings } = edition.data;
  return layTable({
    name: edition.word(SHEETS.findings),
    title: say('校验发现', 'Findings'),
    summary: say(
      '不成立的公开数字关系：原文数、应为数、差额和位置',
      'Published relations that do not hold, with place and difference',
    ),
    notes: [
      findings.length === 0
        ? say('没有发现公开数字之间的矛盾。', 'No published relation was found broken.')
        : say(
            '错误：公开数字之间的关系不成立，超出四舍五入；警告：宜人工查看；说明：可由四舍五入、截断或部分公开解释。',
            'Error: a published relation does not hold beyond rounding. Warning: look. Note: explained.',
          ),
    ],
    columns: [
      { title: say('等级', 'severity'), style: STYLES.centred },
      { title: say('单位名称', 'bureau'), style: STYLES.text, widest: 30 },
      { title: say('年度', 'year'), style: STYLES.centred },
      { title: say('说明', 'what is wrong'), style: STYLES.text, widest: 64 },
      { title: say('原文数', 'printed'), style: numberStyle(FORMATS.amount), narrowest: 12 },
      { title: say('应为', 'expected'), style: numberStyle(FORMATS.amount), narrowest: 12 },
      { title: say('相差', 'difference'), style: numberStyle(FORMATS.amount), narrowest: 11 },
      { title: say('计量', 'unit'), style: STYLES.centred },
      { title: say('文件', 'document'), style: STYLES.text, widest: 34 },
      { title: say('位置', 'where'), style: STYLES.text, widest: 40 },
      { title: say('校验规则', 'check'), style: STYLES.text, widest: 30 },
    ],
    rows: rowFor(findings, (finding) => findingRow(edition, finding)),
    frozenColumns: 2,
    tabColour: PALETTE.series[1],
    conditionalRules: (['error', 'warning'] as const).map((severity, index) => ({
      type: 'expression',
      formula: `$A${firstRowNumber(NOTES)}="${edition.word(SEVERITY_WORDS[severity])}"`,
      priority: index + 1,
      range: rangeOf(
        firstRowNumber(NOTES) - 1,
        0,
        firstRowNumber(NOTES) - 2 + Math.max(1, findings.length),
        COLUMNS - 1,
      ),
      style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: PALETTE[severity] } } },
    })),
  });
}

function findingRow(edition: Edition, finding: FindingView): CellSpec[] {
  return [
    text(edition.word(SEVERITY_WORDS[finding.severity]), STYLES.centred),
    text(edition.bureauOf(finding)),
    whole(finding.fiscal_year),
    text(inLanguage([finding.message, finding.message_en], edition.language)),
    amount(finding, finding.printed),
    amount(finding, finding.expected),
    amount(finding, finding.difference),
    text(finding.unit && observedUnit({ unit: finding.unit }, edition.language), STYLES.centred),
    text(finding.source_file),
    text(finding.locator),
    text(finding.check_name),
  ];
}

/** Money in 万元; a difference of some yuan must not round to 0.00, so it keeps the decimals it needs. */
function amount({ unit }: FindingView, value: number | null): CellSpec {
  if (value === null) return text(null);
  if (unit !== 'CNY') return plainNumber(value);
  return number(
    inTenThousand(value),
    value !== 0 && Math.abs(value) < 100 ? '#,##0.000000' : FORMATS.tenThousand,
  );
}
