/** A sum that does not come out, in one sentence. */
import type { FactKey } from '../extract/fact.ts';
import type { Witness } from '../extract/witness.ts';
import type { SumOutcome, SumVerdict } from './evaluate-sum.ts';
import { listZh, printAmountEn, printAmountZh, subjectEn, subjectZh } from './wording.ts';

const EXPLANATION_ZH: Readonly<Partial<Record<SumOutcome, string>>> = {
  rounding: '，在四舍五入范围内',
  truncation: '，可由截去尾数解释',
};

export function saySumZh(whole: FactKey, verdict: SumVerdict): string {
  const { sumMinor, outcome } = verdict;
  const like = finest(verdict);
  const said = verdict.whole.basis === 'derived' ? '推算为' : '印为';
  const printed = `${subjectZh(whole)}${said}${printAmountZh(verdict.whole.valueMinor, verdict.whole)}`;
  const gap = printAmountZh(Math.abs(verdict.whole.valueMinor - sumMinor), like);
  return `${printed}，而${partsZh(verdict)}${printAmountZh(sumMinor, like)}，相差${gap}${EXPLANATION_ZH[outcome] ?? ''}。`;
}

type SaidPart = SumVerdict['parts'][number];

const nameZh = ({ part }: SaidPart): string => (/^\d+$/.test(part.zh) ? `科目${part.zh}` : part.zh);

function sayZh(said: SaidPart): string {
  const amount = printAmountZh(said.witness.valueMinor, said.witness);
  return /\d$/.test(said.part.zh) ? `${nameZh(said)}：${amount}` : nameZh(said) + amount;
}

const signedZh = (said: SaidPart, at: number): string =>
  (said.part.sign < 0 ? '减' : at > 0 ? '加' : '') + sayZh(said);

function partsZh({ whole, parts, outcome }: SumVerdict): string {
  const [only, ...others] = parts;
  // A code or a fund that is more than its whole is wrong whether or not there are others beside it.
  const isWithin = outcome === 'excess' && only?.witness.concept === whole.concept;
  if (only && others.length === 0) return `${isWithin ? '其中的' : '与之应相等的'}${nameZh(only)}为`;
  if (parts.some(({ part }) => part.sign < 0)) return `${parts.map(signedZh).join('')}为`;
  return `其分项（${listZh(parts.map(sayZh))}）之和为`;
}

export function saySumEn(whole: FactKey, verdict: SumVerdict): string {
  const { parts, sumMinor, outcome } = verdict;
  const like = finest(verdict);
  const verb = verdict.whole.basis === 'derived' ? 'follows to be' : 'is printed as';
  const printed = `${subjectEn(whole)} ${verb} ${printAmountEn(verdict.whole.valueMinor, verdict.whole)}`;
  const said = parts.map(({ part, witness }, i) => {
    const sign = part.sign < 0 ? ' − ' : i > 0 ? ' + ' : '';
    return `${sign}${part.en} ${printAmountEn(witness.valueMinor, witness)}`;
  });
  const sum = parts.length === 1 ? '' : ` is ${printAmountEn(sumMinor, like)}`;
  const gap = printAmountEn(Math.abs(verdict.whole.valueMinor - sumMinor), like);
  const why = outcome in EXPLANATION_ZH ? ` (explained by ${outcome})` : '';
  return `${printed}, but ${said.join('')}${sum}: ${gap} apart${why}.`;
}

/** The whole, to be printed with as many decimals as the finest figure of the sum. */
function finest({ whole, parts }: SumVerdict): Witness {
  const least = Math.min(whole.ulpMinor, ...parts.map(({ witness }) => witness.ulpMinor));
  return { ...whole, ulpMinor: least };
}
