/**
 * A figure that was recognised in a picture may have lost a digit or a point, and nothing about it tells. It counts
 * only where something else confirms it: a print that is text, or an identity of the report that closes exactly with
 * it. Everything else stays a fact, becomes no observation, and is listed for a person to look at.
 */
import type { Correction } from '../../sources/corrections.ts';
import { bookOf } from '../checks/book.ts';
import { evaluateSum, type SumVerdict } from '../checks/evaluate-sum.ts';
import { gather, groupBy } from '../checks/figures.ts';
import type { Finding } from '../checks/finding.ts';
import { agreementOf } from '../checks/interval.ts';
import { sumsOf } from '../checks/sums.ts';
import { type FactKey, printKey } from '../extract/fact.ts';
import { digest, type Witness } from '../extract/witness.ts';
import { normaliseLabel } from '../parse/label.ts';
import type { Location } from '../read/document.ts';
import { economicName } from '../vocabulary/economic-codes.ts';
import { functionName } from '../vocabulary/function-codes.ts';
import type { Observation } from './observation.ts';
import type { ReconciliationCheck } from './relations.ts';

export interface ConfirmedOcr {
  /** Every witness that is text, and those recognised in pictures that something confirms. */
  readonly accepted: readonly Witness[];
  /** `ocr.unconfirmed`, one a document. */
  readonly findings: readonly Finding[];
  /** By fact: what a person said who looked at the picture. */
  readonly settled: Settled;
}

export type Settled = ReadonlyMap<string, Correction>;

export const isOcr = ({ location }: { readonly location: Location }): boolean => location.ocr === true;

/**
 * `printed`: all witnesses of one bureau; the same array comes back where nothing was recognised in a picture.
 * `corrections`: those for which a person looked at the picture settle the figure, as it was read or as they say.
 */
export function confirmOcr(
  printed: readonly Witness[],
  corrections: readonly Correction[] = [],
): ConfirmedOcr {
  if (!printed.some(isOcr)) return { accepted: printed, findings: [], settled: new Map() };
  const { witnesses, settled } = settleByPersons(printed, corrections);
  const known = witnesses.filter(({ factId }) => settled.has(factId)).map(printedValue);
  const confirmed = confirmedByIdentities(witnesses, [...known, ...confirmedByText(witnesses, settled)]);
  const counts = (witness: Witness) =>
    !isOcr(witness) ||
    settled.has(witness.factId) ||
    (confirmed.has(printedValue(witness)) && codeHasItsName(witness));
  const left = witnesses.filter((witness) => !counts(witness));
  const byDocument = [...groupBy(left, ({ documentId }) => documentId).values()];
  return {
    settled,
    accepted: witnesses.filter(counts),
    findings: byDocument.map((unconfirmed) =>
      unconfirmedIn(
        unconfirmed,
        witnesses.filter((each) => isOcr(each) && each.documentId === unconfirmed[0]!.documentId).length,
      ),
    ),
  };
}

/** A figure that a person read in the picture says so; where it is not what was recognised, it is corrected. */
export function asSettled(observations: readonly Observation[], settled: Settled): readonly Observation[] {
  if (settled.size === 0) return observations;
  return observations.map((observation): Observation => {
    const answer = settled.get(observation.factId);
    if (answer === undefined) return observation;
    const { reason, evidence, author, place, valueMinor, expectMinor } = answer;
    const said = `文字识别，人工对照原件：${reason}；依据：${evidence}；${author}，${place}`;
    const status = valueMinor === expectMinor ? observation.status : 'corrected';
    return { ...observation, status, reason: `${observation.reason}；${said}` };
  });
}

/** What rests on recognised figures that nobody has looked at is worth a look and no accusation. */
export function withCaution(
  findings: readonly Finding[],
  witnesses: readonly Witness[],
  settled: Settled = new Map(),
): readonly Finding[] {
  const recognised = new Set(
    witnesses.filter((each) => isOcr(each) && !settled.has(each.factId)).map(({ factId }) => factId),
  );
  if (recognised.size === 0) return findings;
  return findings.map((finding) =>
    finding.severity === 'error' && finding.factIds.some((id) => recognised.has(id))
      ? {
          ...finding,
          severity: 'warning',
          message: `${finding.message}（所据数字为文字识别所得，请对照原件。）`,
          messageEn: `${finding.messageEn} (Rests on figures recognised in a picture; compare with the original.)`,
        }
      : finding,
  );
}

/** One value of one key: every print of it is confirmed with it. */
const printedValue = (witness: Witness): string =>
  `${witness.scope}|${printKey(witness)}|${witness.unit}|${witness.valueMinor}`;

/** The recognised figures that a person settled, with the value that they read. */
function settleByPersons(
  printed: readonly Witness[],
  corrections: readonly Correction[],
): { witnesses: readonly Witness[]; settled: Settled } {
  const answers = new Map(
    corrections.flatMap((one) =>
      one.recognisedIn === undefined ? [] : [[answeredFigure(one), one] as const],
    ),
  );
  if (answers.size === 0) return { witnesses: printed, settled: new Map() };
  const settled = new Map<string, Correction>();
  const witnesses = printed.map((witness) => {
    const answer = isOcr(witness) ? answers.get(recognisedFigure(witness)) : undefined;
    if (answer === undefined) return witness;
    settled.set(witness.factId, answer);
    return { ...witness, valueMinor: answer.valueMinor, ulpMinor: answer.ulpMinor };
  });
  return { witnesses, settled };
}

const answeredFigure = ({ recognisedIn, scope, expectMinor, ...correction }: Correction): string =>
  `${recognisedIn}|${scope}|${printKey(correction as Correction & FactKey)}|${expectMinor}`;

const recognisedFigure = (witness: Witness): string =>
  `${witness.documentId}|${witness.scope}|${printKey(witness)}|${witness.valueMinor}`;

function confirmedByText(witnesses: readonly Witness[], settled: Settled): string[] {
  const byKey = gather(witnesses, (witness) => `${witness.scope}|${printKey(witness)}`);
  return [...byKey.values()].flatMap((same) => {
    const texts = same.filter((witness) => !isOcr(witness) || settled.has(witness.factId));
    return same
      .filter((witness) => isOcr(witness) && texts.some((text) => agreementOf(text, witness) !== null))
      .map(printedValue);
  });
}

/**
 * Two parts that are not zero and add up exactly confirm each other and their sum. A whole with one such part is the
 * same figure printed twice: the same misreading would close it, so one of the two must be known from elsewhere.
 */
function confirmedByIdentities(witnesses: readonly Witness[], known: readonly string[]): Set<string> {
  const closed = [...sumsOf(bookOf(witnesses).disclosures)]
    .flat()
    .map(evaluateSum)
    .filter(({ outcome }) => outcome === 'held')
    .map(termsOf);
  const confirmed = new Set(known);
  for (const { values, parts } of closed) if (parts >= 2) for (const value of values) confirmed.add(value);
  const pairs = closed.filter(({ parts }) => parts === 1);
  let before = -1;
  while (confirmed.size > before) {
    before = confirmed.size;
    for (const { values } of pairs) {
      if (values.some((value) => confirmed.has(value))) for (const value of values) confirmed.add(value);
    }
  }
  return confirmed;
}

/** The values in a sum, and how many of its parts are not zero: zeros alone confirm nothing. */
function termsOf({ whole, parts }: SumVerdict): { values: string[]; parts: number } {
  const terms = [whole, ...parts.map(({ witness }) => witness)];
  return {
    values: terms.map(printedValue),
    parts: parts.filter(({ witness }) => witness.valueMinor !== 0).length,
  };
}

/** A misread code would put a figure in another row; its printed name must be the one that belongs to it. */
function codeHasItsName({ functionCode, economicCode, fiscalYear, quote }: Witness): boolean {
  const printed = normaliseLabel(quote);
  const isNamed = (code: string | null, nameOf: typeof functionName) => {
    if (code === null) return true;
    const name = nameOf(code, fiscalYear);
    return name !== null && printed.includes(normaliseLabel(name));
  };
  return isNamed(functionCode, functionName) && isNamed(economicCode, economicName);
}

const UNCONFIRMED: ReconciliationCheck = 'ocr.unconfirmed';

function unconfirmedIn(unconfirmed: readonly Witness[], recognised: number): Finding {
  const [first] = unconfirmed as [Witness, ...Witness[]];
  const { bureauId, bureauName, regionCode, scope, documentId, sourceFile, reportYear } = first;
  const count = unconfirmed.length;
  const pages = [...new Set(unconfirmed.map(({ location }) => location.page ?? 0))].sort((a, b) => a - b);
  return {
    findingId: digest(UNCONFIRMED, documentId, ...unconfirmed.map(({ factId }) => factId)),
    check: UNCONFIRMED,
    severity: 'warning',
    ...{ bureauId, bureauName, regionCode, scope, documentId, sourceFile },
    fiscalYear: reportYear,
    concept: null,
    message: `扫描页上识别出的 ${recognised} 个数字中，有 ${count} 个没有勾稽关系或其他来源证实，没有采用；请对照原件核对（逐项见 ocr_unconfirmed）。`,
    messageEn: `Of ${recognised} figures recognised on scanned pages, ${count} are confirmed by no identity and no other source and were not used; compare with the original (listed in ocr_unconfirmed).`,
    unit: null,
    expectedMinor: null,
    printedMinor: null,
    differenceMinor: null,
    locator: `第${pages.join('、')}页（文字识别）`,
    factIds: unconfirmed.map(({ factId }) => factId),
  };
}
