/** The final accounts that an invented bureau might publish in some years: every table, every sum closes. */
import type { FactKey, Medium } from '../../transforms/extract/fact.ts';
import { factIdOf, type OwnedClaim, type Witness } from '../../transforms/extract/witness.ts';
import type { ConceptId } from '../../transforms/vocabulary/concept.ts';
import { conceptById } from '../../transforms/vocabulary/concept.ts';
import { type Random, randomFrom } from './random.ts';

export interface GeneratedBureau {
  readonly witnesses: readonly Witness[];
  readonly claims: readonly OwnedClaim[];
}

const YEARS = [2021, 2022, 2023, 2024];

export function generatedBureau(seed: number): GeneratedBureau {
  const random = randomFrom(seed);
  const reports = YEARS.map((year) => generatedReport(`b-${seed}`, year, random));
  return {
    witnesses: reports.flatMap((report) => report.witnesses),
    claims: reports.flatMap((report) => report.claims),
  };
}

interface Draft {
  readonly year: number;
  readonly owner: ReturnType<typeof ownerOf>;
  readonly witnesses: Witness[];
  readonly claims: OwnedClaim[];
}

function ownerOf(bureauId: string, year: number) {
  return {
    documentId: `d-${bureauId}-${year}`,
    sourceFile: `${year}.txt`,
    bureauId,
    bureauName: '示例县示例局',
    regionCode: null,
    scope: 'department',
    disclosureKind: 'final_accounts',
    reportYear: year,
  } as const;
}

function generatedReport(bureauId: string, year: number, random: Random): Draft {
  const draft: Draft = { year, owner: ownerOf(bureauId, year), witnesses: [], claims: [] };
  const items = functionalItems(random);
  printFunctional(draft, items);
  const byEconomicCode = printEconomic(draft, sum(items.map(({ basic }) => basic)), random);
  printThreePublic(draft, byEconomicCode, random);
  return draft;
}

interface Item {
  readonly code: string;
  readonly basic: number;
  readonly project: number;
}

/** 万元 with two decimals, in hundredths. */
function functionalItems(random: Random): readonly Item[] {
  return ['201', '208', '210', '221'].flatMap((category) =>
    ['01', '05', '11'].flatMap((group) =>
      ['01', '02', '99'].map((item) => ({
        code: category + group + item,
        basic: random.below(200_000),
        project: random.below(200_000),
      })),
    ),
  );
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

const AT_ALL: readonly (string | null)[] = [null];

function codesAbove(items: readonly Item[]): readonly (string | null)[] {
  const codes = items.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5), code]);
  return [...AT_ALL, ...new Set(codes)];
}

function printFunctional(draft: Draft, items: readonly Item[]): void {
  for (const functionCode of codesAbove(items)) {
    const below = items.filter(({ code }) => functionCode === null || code.startsWith(functionCode));
    const basic = sum(below.map((item) => item.basic));
    const project = sum(below.map((item) => item.project));
    print(draft, 'final-accounts/income', 'revenue', basic + project, { functionCode });
    print(draft, 'final-accounts/income', 'revenue', basic + project, { functionCode, fund: 'fiscal' });
    for (const fund of ['all', 'general_public'] as const) {
      const rule = `final-accounts/expenditure-${fund}`;
      print(draft, rule, 'expenditure', basic + project, { functionCode, fund });
      print(draft, rule, 'expenditure.basic', basic, { functionCode, fund });
      print(draft, rule, 'expenditure.project', project, { functionCode, fund });
    }
    if (functionCode === null) printTotals(draft, basic, project);
    else if (functionCode.length === 7) printSentence(draft, functionCode, basic + project);
  }
}

function printTotals(draft: Draft, basic: number, project: number): void {
  const total = basic + project;
  for (const fund of ['all', 'fiscal', 'general_public'] as const) {
    for (const concept of [
      'revenue',
      'revenue.grand_total',
      'expenditure',
      'expenditure.grand_total',
    ] as const)
      print(draft, `final-accounts/totals-${fund}`, concept, total, { fund });
  }
  print(draft, 'narrative/expenditure', 'expenditure', total, {}, 'prose');
  print(draft, 'narrative/expenditure', 'expenditure.basic', basic, {}, 'prose');
  print(draft, 'narrative/expenditure', 'expenditure.project', project, {}, 'prose');
  claimShare(draft, 'expenditure.basic', basic, total);
  claimShare(draft, 'expenditure.project', project, total);
}

function printSentence(draft: Draft, functionCode: string, amount: number): void {
  const fund = 'general_public';
  print(draft, 'narrative/item', 'expenditure', amount, { functionCode, fund }, 'prose');
  print(draft, 'narrative/item', 'expenditure', amount, { functionCode, fund, phase: 'budget' }, 'prose');
}

/** Returns what each code has, in hundredths of 万元. */
function printEconomic(draft: Draft, basic: number, random: Random): ReadonlyMap<string | null, number> {
  const amounts = new Map<string | null, number>();
  const wages = random.below(basic);
  const goods = basic - wages;
  const rule = 'final-accounts/basic-by-economic';
  const row = (economicCode: string | null, amount: number): void => {
    amounts.set(economicCode, amount);
    print(draft, rule, 'expenditure.basic', amount, { economicCode, fund: 'general_public' });
  };
  for (const [parent, amount] of [
    ['301', wages],
    ['302', goods],
  ] as const) {
    const parts = split(amount, 20, random);
    row(parent, amount);
    for (const [i, part] of parts.entries()) row(parent + String(i + 1).padStart(2, '0'), part);
  }
  row('303', 0);
  row(null, basic);
  print(draft, rule, 'expenditure.personnel', wages, {});
  print(draft, rule, 'expenditure.operating', goods, {});
  return amounts;
}

function split(amount: number, parts: number, random: Random): readonly number[] {
  const cuts = Array.from({ length: parts - 1 }, () => random.below(amount + 1)).sort((a, b) => a - b);
  return [...cuts, amount].map((cut, i) => cut - (i === 0 ? 0 : cuts[i - 1]!));
}

/** With what basic expenditure has of them, and what projects spent beside it. */
function printThreePublic(
  draft: Draft,
  byEconomicCode: ReadonlyMap<string | null, number>,
  random: Random,
): void {
  for (const phase of ['budget', 'actual'] as const) {
    const [purchase, operation] = [random.below(2000), random.below(900)];
    const [overseas = 0, received = 0] =
      phase === 'actual' ? ['30212', '30217'].map((code) => byEconomicCode.get(code)) : [];
    const reception = received + random.below(500);
    const rule = 'final-accounts/three-public';
    const total = overseas + purchase + operation + reception;
    print(draft, rule, 'three_public', total, { phase });
    print(draft, rule, 'three_public.overseas', overseas, { phase });
    print(draft, rule, 'three_public.vehicles', purchase + operation, { phase });
    print(draft, rule, 'three_public.vehicle_purchase', purchase, { phase });
    print(draft, rule, 'three_public.vehicle_operation', operation, { phase });
    print(draft, rule, 'three_public.reception', reception, { phase });
    print(draft, 'narrative/three-public', 'three_public', total, { phase }, 'prose');
  }
}

function keyFor(draft: Draft, concept: ConceptId, fields: Partial<FactKey>): FactKey {
  return {
    fiscalYear: draft.year,
    concept,
    phase: 'actual',
    fund: 'all',
    functionCode: null,
    economicCode: null,
    project: null,
    ...fields,
  };
}

function print(
  draft: Draft,
  rule: string,
  concept: ConceptId,
  hundredths: number,
  fields: Partial<FactKey>,
  medium: Medium = 'table',
): void {
  const at = draft.witnesses.length + 1;
  const printed = (hundredths / 100).toFixed(2);
  const fact = {
    ...keyFor(draft, concept, fields),
    ...{ unit: conceptById(concept).unit, valueMinor: hundredths * 10_000, ulpMinor: 10_000, printed },
    ...({ printedUnit: '万元', basis: 'stated', medium, rule } as const),
    location: medium === 'table' ? { line: at, table: 1 + (at % 9), row: at, column: 2 } : { line: at },
    quote: `${concept} ‖ ${printed}`,
  };
  draft.witnesses.push({ ...fact, ...draft.owner, factId: factIdOf(draft.owner.documentId, fact, 0) });
}

function claimShare(draft: Draft, concept: ConceptId, part: number, whole: number): void {
  const percent = (part / whole) * 100;
  draft.claims.push({
    ...draft.owner,
    kind: 'share',
    subject: keyFor(draft, concept, {}),
    base: keyFor(draft, 'expenditure', {}),
    quantity: {
      ...{ unit: 'percent', valueMinor: Math.round(percent * 100) * 100, ulpMinor: 100 },
      ...{ printed: percent.toFixed(2), printedUnit: '%' },
    },
    direction: null,
    location: { line: 9000 + draft.claims.length },
    quote: `占${percent.toFixed(2)}%`,
    rule: 'narrative/share',
    claimId: `c-${draft.owner.documentId}-${draft.claims.length}`,
  });
}
