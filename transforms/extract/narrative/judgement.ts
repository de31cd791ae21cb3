/**
 * "泵站维修项目已完工，自评得分97分", "“三公”经费预算8万元，支出6万元，执行率75%": behind something else a score or a rate that
 * does not say whose it is must not pass for that of the whole department.
 */
import type { NumberToken } from '../../parse/amount.ts';
import type { ConceptId } from '../../vocabulary/concept.ts';
import type { Phrase } from './phrase.ts';
import type { Place, Reading } from './reading.ts';
import type { Subject } from './subject.ts';

/** A project has its own score and its own rate. */
export const isJudgedAlike = (concept: ConceptId): boolean =>
  concept === 'evaluation.score' || concept === 'rate.execution';

/** "泵站维修项目", "泵站维修等项目"; not "安排项目", "各项目", "本部门项目". */
const NAMED_PROJECT =
  /(?<=\p{Script=Han}{3})(?<!安排|共有|有关|相关|所有|全部|各个?|每个|单个|重点|专项|本级|预算|部门|单位|评价|自评|绩效|支出|实施|开展|申报|[省市县区]级)项目(?!支出|资金|经费|绩效|自评|预算|评价|库|数|管理|实施|执行)/u;

/** "项目预算执行率95%": of some projects, or of all. */
const RATE_OF_PROJECTS = /(?:项目|专项)(?:支出|资金|经费)*的?(?:预算|资金)?(?:支出|执行)(?:完成)?率\D{0,6}$/;

/** "财政局开展了重点评价，得分87分": no score that the body gave itself. */
const BY_OTHERS = /财政[^，。；]{0,30}(?:重点评价|抽查|复核|复评|再评价)[^。；]*$/;
const QUOTES = /[“”"「」]/g;

/** Whether a figure of this sentence stands in front of the token. */
const FIGURE_BEFORE = /\d[\d,.]*\s*(?:亿元|万元?|元)/;

export function isJudgementOfOther(
  subject: Subject,
  phrase: Phrase,
  token: NumberToken,
  { flow }: Reading,
  { sentence }: Place,
): boolean {
  if (!subject.concepts.every(isJudgedAlike) || subject.project !== null) return false;
  if (phrase.body !== null || phrase.owner || phrase.fund !== null) return false;
  const before = sentence.slice(0, token.start).replace(QUOTES, '');
  if (BY_OTHERS.test(before)) return true;
  if (flow.unreadWhole === 'now' || NAMED_PROJECT.test(before) || RATE_OF_PROJECTS.test(before)) return true;
  return (
    subject.concepts[0] === 'rate.execution' &&
    flow.carry !== null &&
    FIGURE_BEFORE.test(before) &&
    !isWhole(flow.carry)
  );
}

/** All that the department spent or received, or what the budget gave it of that. */
function isWhole({ concepts, fund, functionCode, economicCode, project }: Subject): boolean {
  const total = concepts.every((concept) => /^(?:revenue|expenditure)(?:\.grand_total)?$/.test(concept));
  const plain = functionCode === null && economicCode === null && project === null;
  return total && plain && ['all', 'fiscal', 'general_public'].includes(fund);
}
