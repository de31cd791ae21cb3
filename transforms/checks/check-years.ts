/** A sentence of last year's report that was copied with its year: its figure is this year's. */
import { printKey } from '../extract/fact.ts';
import type { Witness } from '../extract/witness.ts';
import { placeOf } from './candidates.ts';
import { type Check, type CheckInput, type CheckResult, findingOf } from './check.ts';
import { type Figure, type Figures, figureAt, firstOfEach } from './figures.ts';
import { agreementOf } from './interval.ts';
import type { Relation } from './relation.ts';
import { printAmountEn, printAmountZh, subjectEn, subjectZh } from './wording.ts';

const ID = 'text.last_years_year';

const relations: readonly Relation[] = [
  {
    id: ID,
    kind: 'labels',
    zh: '文字所说的年度与所列数字的年度一致',
    en: 'the year that a sentence names is the year of its figure',
    why: '报告以上年文本为底稿时，年度须一并更新。',
  },
];

export const checkYears: Check = { relations, run };

/** "与上年持平" behind the figure: then last year's is the same, and no slip. */
const EQUALS = /持平|相同|一致|不变/;
/** "比上年", "2023年末", "较2022年", "与2022年度相比": last year is named to compare with. */
const COMPARES = /比|较|上年|去年|同期|同口径|持平|相同|一致|不变|增|减|升|降|末|底|截至|截止/;
/** 0 and 5 are the same in many years; 1870.26 is not. */
const TELLING_DIGITS = 4;

function run({ disclosures }: CheckInput): CheckResult {
  const stale = disclosures.flatMap(staleIn);
  const first = firstOfEach(stale, ({ said }) => `${said.scope}|${placeOf(said)}`);
  return {
    findings: first.map(findingOfYear),
    evaluations: first.map(({ said, own }) => {
      const { bureauId, scope, documentId, fiscalYear } = said;
      const factIds = [said.factId, own.factId];
      return {
        ...{ check: ID, bureauId, scope, documentId, fiscalYear, outcome: 'failed', factIds },
        subject: printKey(said),
      };
    }),
  };
}

interface Stale {
  /** Printed as a figure of the year before the report. */
  readonly said: Witness;
  /** The same figure, printed as that of the report's year. */
  readonly own: Witness;
}

function staleIn(figures: Figures): readonly Stale[] {
  const before = figures.all.filter(({ key }) => key.fiscalYear === figures.reportYear - 1);
  return before.flatMap((figure) => staleAt(figure, figures) ?? []);
}

function staleAt({ key, witnesses }: Figure, figures: Figures): Stale | null {
  const said = witnesses.find(isOwnStatement);
  if (!said) return null;
  const same = figureAt(figures, { ...key, fiscalYear: figures.reportYear })?.witnesses ?? [];
  const own = same.find((witness) => witness.basis === 'stated' && witness !== said && isSame(witness, said));
  return own ? { said, own } : null;
}

function isOwnStatement(witness: Witness): boolean {
  const { basis, medium, printed, quote, fiscalYear } = witness;
  if (basis !== 'stated' || medium !== 'prose') return false;
  const before = quote.slice(0, Math.max(0, quote.indexOf(printed)));
  return (
    telling(witness) >= TELLING_DIGITS &&
    before.includes(`${fiscalYear}年`) &&
    !COMPARES.test(before) &&
    !EQUALS.test(quote)
  );
}

/** 12,345.68万元 in the text and 123,456,789元 in the table. */
const isSame = (a: Witness, b: Witness): boolean =>
  agreementOf(a, b) !== null && telling(a) >= TELLING_DIGITS;

const telling = ({ printed }: Witness): number =>
  printed.replace(/[^\d]/g, '').replace(/^0+|0+$/g, '').length;

function findingOfYear({ said, own }: Stale) {
  const amount = printAmountZh(said.valueMinor, said);
  return findingOf({
    ...{ check: ID, severity: 'warning', fiscalYear: said.fiscalYear, concept: said.concept },
    message: `文字称${subjectZh(said)}为${amount}，而报告他处${subjectZh(own)}同为${printAmountZh(own.valueMinor, own)}，年度疑为沿用上年文本。`,
    messageEn: `The text gives ${subjectEn(said)} as ${printAmountEn(said.valueMinor, said)}, and the report gives the same amount as ${subjectEn(own)}: the year may be left from last year's text.`,
    ...{ unit: said.unit, expectedMinor: null, printedMinor: said.valueMinor },
    statements: [said, own],
    factIds: [said.factId, own.factId],
  });
}
