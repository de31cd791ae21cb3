/** Which kind of statement a figure belongs to, by the words in front of it. */

import { FOREIGN_GUESTS, OTHER_GUESTS } from '../../layouts/narrative/filler-words.ts';
import type { NumberToken } from '../../parse/amount.ts';
import { unitScale } from '../../parse/amount.ts';
import { abreastOf } from './abreast.ts';
import { type Fate, ignored, leaveSubject, unclaimed } from './fate.ts';
import type { Word } from './lex.ts';
import { readWholeOfShare } from './of-budget.ts';
import { type Phrase, type PhraseContext, readPhrase } from './phrase.ts';
import { isMoney, isPercent } from './quantity-of.ts';
import { readAmount } from './read-amount.ts';
import { readBaseFigure, readChange } from './read-change.ts';
import { readCount } from './read-count.ts';
import { readPercent } from './read-percent.ts';
import type { Place, Reading } from './reading.ts';
import { relate } from './relation.ts';
import { isUnresolved, resolveSubject, type Unresolved } from './resolve-subject.ts';
import type { Subject } from './subject.ts';
import { namesSomething } from './take-subject.ts';

export function readFigure(
  left: readonly Word[],
  token: NumberToken,
  context: PhraseContext,
  reading: Reading,
  place: Place,
): Fate {
  if (token.range || token.bound) return ignored('区间或界限，不是确定的数');
  if (token.unit !== null && unitScale(token.unit) === null) return ignored('计量单位不属于收支、人员或资产');
  if (countsOffices(token, place)) return ignored('机构个数，词汇表没有这一项');
  const abreast = abreastOf(left, token, context, place);
  if (abreast === 'unsaid') return leaveSubject(reading, unclaimed('几个数并列，没有说明各是什么'));
  const related = relate(left, context);
  const phrase = readPhrase(related.subject, context);
  if (phrase.outside !== null) {
    if (phrase.outside === FOREIGN_GUESTS || phrase.outside === OTHER_GUESTS) reading.flow.foreign = true;
    return leaveSubject(reading, ignored(phrase.outside));
  }
  if (left.some((word) => /国内/.test(word.text))) reading.flow.foreign = false;
  if (isPercent(token)) return readPercent(related, phrase, token, context, reading, place);
  const whole = related.relation.kind === 'share' ? readWholeOfShare(related.relation.base) : null;
  if (whole !== null) return whole;
  if (related.ofBase) return readBaseFigure(related, phrase, token, reading, place);
  if (related.relation.kind === 'change' || related.relation.kind === 'against')
    return readChange(related, phrase, token, reading, place);
  if (reading.flow.listed && namesSomething(phrase))
    return leaveSubject(reading, unclaimed('几项并列，数可能是它们之和'));
  const plain = related.relation.kind === 'complete' ? completed(left, token, context) : phrase;
  const counted = readCount(plain, token, reading, place);
  if (counted !== null) return counted;
  const named = paidFor(resolveSubject(plain, reading), plain, token);
  return readAmount(named, plain, token, reading, place, abreast);
}

/** "内设机构共6个", "下属单位3家" */
const OFFICES_BEFORE =
  /(?:机构|科室|处室|股室|站所|部门|单位)\s*(?:\(.{1,8}\)|（.{1,8}）)?\s*(?:数|合计|共计|总计|共有|共|有|为|是)*\s*$/;
/** "下设8个科室", "5个预算单位" */
const OFFICES_BEHIND =
  /^\s*(?:内设|下属|所属|直属|[一二]级|独立|核算|行政|事业|参公|预算|职能|业务|基层|派出|综合|管理)*(?:机构|科室|处室|股室|站所|部门|单位)/;

function countsOffices({ unit, start, unitEnd }: NumberToken, { sentence }: Place): boolean {
  if (unit !== '个' && unit !== '家') return false;
  return OFFICES_BEFORE.test(sentence.slice(0, start)) || OFFICES_BEHIND.test(sentence.slice(unitEnd));
}

/** "购置公务用车1辆，预算18万元": the money is what the cars cost. */
function paidFor(named: Subject | Unresolved, phrase: Phrase, token: NumberToken): Subject | Unresolved {
  const cars = !isUnresolved(named) && named.concepts[0] === 'three_public.vehicles_purchased';
  return cars && phrase.concept === null && isMoney(token)
    ? { ...named, concepts: ['three_public.vehicle_purchase'] }
    : named;
}

/** "年初预算8万元，完成7万元": money that is completed was spent. */
function completed(left: readonly Word[], token: NumberToken, context: PhraseContext): Phrase {
  const phrase = readPhrase(unComplete(left), context);
  return isMoney(token) ? { ...phrase, phase: phrase.phase ?? 'actual' } : phrase;
}

/** "完成参保人数4500人": 完成 in front of a plain figure relates it to nothing. */
const unComplete = (words: readonly Word[]): Word[] => words.filter((word) => word.kind !== 'complete');
