/** A table whose note says that there is no such money, while the report prints some elsewhere. */
import type { Fund } from '../extract/fact.ts';
import type { RemarkOfBureau } from '../extract/remark.ts';
import type { Witness } from '../extract/witness.ts';
import type { ConceptId } from '../vocabulary/concept.ts';
import { comparePlaces } from './candidates.ts';
import { type Check, type CheckInput, type CheckResult, findingOf } from './check.ts';
import type { Evaluation } from './evaluation.ts';
import { type Figures, figuresBeside, figuresFor } from './figures.ts';
import type { Finding } from './finding.ts';
import { type Judgement, resultOf } from './judgement.ts';
import type { Relation } from './relation.ts';
import { printAmountEn, printAmountZh, subjectEn, subjectZh } from './wording.ts';

const ID = 'table.declared_none';

const relations: readonly Relation[] = [
  {
    id: ID,
    kind: 'remark',
    zh: '表注说明没有的收支，报告他处也没有',
    en: 'what the note of a table says there is none of is printed nowhere',
    why: '空表的说明须与报告其余各处相符。',
  },
];

export const checkDeclaredNone: Check = { relations, run };

interface Money {
  readonly words: RegExp;
  readonly concepts: readonly ConceptId[];
  readonly fund: Fund;
}

/** What a note can say there is none of; it must name one of them and no other. */
const MONEY: readonly Money[] = [
  { words: /政府性基金/, concepts: ['expenditure', 'revenue'], fund: 'government_fund' },
  { words: /国有资本经营/, concepts: ['expenditure', 'revenue'], fund: 'state_capital' },
  { words: /[“"]三公[”"]|三公经费/, concepts: ['three_public'], fund: 'all' },
];
/** "没有政府性基金预算收支", "无国有资本经营预算财政拨款", "未安排“三公”经费" */
const NONE = /没有|无|未(?:发生|安排|使用|涉及)|不涉及/;

function run({ remarks, disclosures }: CheckInput): CheckResult {
  const judgements = remarks.flatMap((remark) => {
    const figures = figuresBeside(disclosures, remark);
    return remark.kind === 'empty_table' && figures ? (judge(remark, figures) ?? []) : [];
  });
  return resultOf(judgements);
}

function judge(remark: RemarkOfBureau, figures: Figures): Judgement | null {
  const [title = '', note = ''] = remark.quote.split(' ‖ ');
  const named = MONEY.filter(({ words }) => words.test(note));
  const [money] = named;
  if (!money || named.length > 1 || !NONE.test(note)) return null;
  const printed = printsOf(money, figures, remark);
  const some = printed.filter(({ valueMinor }) => valueMinor !== 0);
  const { bureauId, scope, documentId, fiscalYear } = remark;
  const evaluation: Evaluation = {
    ...{ check: ID, bureauId, scope, documentId, fiscalYear },
    outcome: some.length > 0 ? 'failed' : printed.length > 0 ? 'held' : 'not_evaluable',
    subject: [figures.id, remark.table ?? '', title, money.fund].join(' ‖ '),
    factIds: some.map(({ factId }) => factId),
  };
  return { evaluation, finding: some.length > 0 ? findingOfMoney(remark, title, some) : null };
}

/** Of this year and of the phase that the kind of report is about; what its own table prints is another check's. */
function printsOf({ concepts, fund }: Money, figures: Figures, remark: RemarkOfBureau): readonly Witness[] {
  const isOwn = (phase: string) => (figures.kind === 'budget' ? phase !== 'actual' : phase === 'actual');
  return concepts
    .flatMap((concept) => figuresFor(figures, concept))
    .filter(({ key }) => key.fund === fund && key.fiscalYear === figures.reportYear && isOwn(key.phase))
    .filter(({ key }) => key.functionCode === null && key.economicCode === null && key.project === null)
    .flatMap(({ witnesses }) => witnesses)
    .filter(({ basis }) => basis === 'stated')
    .filter(({ documentId, location }) => documentId !== remark.documentId || location.table !== remark.table)
    .sort(comparePlaces);
}

function findingOfMoney(remark: RemarkOfBureau, title: string, some: readonly Witness[]): Finding {
  const first = some[0]!;
  return findingOf({
    ...{ check: ID, severity: 'warning', fiscalYear: first.fiscalYear, concept: first.concept },
    message: `“${title}”注明没有这类收支，而报告他处印有${subjectZh(first)}${printAmountZh(first.valueMinor, first)}。`,
    messageEn: `The note of a table says that there is no such money, but elsewhere the report prints ${subjectEn(first)} ${printAmountEn(first.valueMinor, first)}.`,
    ...{ unit: first.unit, expectedMinor: 0, printedMinor: first.valueMinor },
    statements: [remark, ...some],
    factIds: some.map(({ factId }) => factId),
  });
}
