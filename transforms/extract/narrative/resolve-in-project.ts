/**
 * Where a text is about one project, a figure that names neither owner nor project is the project's, but only if the
 * words say budget or spending; sources, parts, other projects and the department's own figures stay nobody's.
 */
import { properName } from './named-project.ts';
import type { Phrase } from './phrase.ts';
import type { Reading } from './reading.ts';
import { type Subject, subjectOf } from './subject.ts';

/** Why a figure is not the project's, or `elsewhere` where the words name what has no project (staff, assets). */
type NotIts = { reason: string } | 'elsewhere';

const OTHER = '另一个项目的数，或者项目的一部分';
/** "年中追加20万元", "实际到位300万元", "结余1.4万元": moves money of the same project; what follows is still its own. */
const MOVES =
  /^(?:实际|应|已|年中|全部|及时|足额)*(?:追加|追减|调[增减剂]|核[增减]|到位|结余|节余|结转|剩余|[收缴]回|下达?|拨付)+(?:[到至给]\p{Script=Han}{2,4})?$|率$|进度$|满分$|分值$|^未$|^结转结余$/u;
const JUDGED: ReadonlySet<string> = new Set(['rate.execution', 'evaluation.score']);
const HAS_NO_PROJECT = /^(?:headcount|asset|insured)/;

export function resolveInProject(phrase: Phrase, project: string, reading: Reading): Subject | NotIts {
  const { concept, unread } = phrase;
  if (unread !== '') return astray(phrase, reading);
  if (concept !== null && HAS_NO_PROJECT.test(concept)) return 'elsewhere';
  const judged = concept !== null && JUDGED.has(concept);
  if (judged && phrase.body === 'whole') return 'elsewhere';
  const otherYear = reading.flow.astray === 'year';
  // "受益学生3万人，自评得分98分": what was achieved in front of the score changes nothing.
  const achieved = concept === 'evaluation.score' && reading.flow.astray === 'sentence';
  const isAstray = otherYear ? yearIn(phrase, reading) === null : reading.flow.astray !== null;
  if (isAstray && !achieved) return { reason: OTHER };
  const announced = announcedBy(phrase, reading);
  if (announced !== null) return announced;
  if (judged && phrase.body !== null) return { reason: '没有说明是项目的还是部门的' };
  if (!judged) {
    const reason = whyNotIts(phrase, reading);
    if (reason === 'elsewhere') return reason;
    if (reason !== null) return { reason };
  }
  if (judged && phrase.phase !== null) return { reason: '单项得分，不是总分' };
  const year = yearIn(phrase, reading);
  // "2021年预算110万元，支出108万元": the year goes on.
  reading.flow.year = year;
  if (year !== null && year > (reading.disclosure.fiscalYear ?? year)) return { reason: '以后年度的安排' };
  const ofPlan = reading.section.ofPlan && reading.disclosure.kind !== 'budget';
  if (!judged && phrase.phase === null && ofPlan && !isPlanned(project, reading))
    return { reason: '没有说明是预算还是支出' };
  return {
    ...subjectOf([judged ? concept : 'expenditure.project'], 'all'),
    phase: judged ? null : (phrase.phase ?? (isPlan(year, project, reading) ? null : 'actual')),
    year,
    project,
  };
}

/** "河堤养护专项支出20万元" in a budget is planned; behind the project's own budget it was spent. */
function isPlan(year: number | null, project: string, reading: Reading): boolean {
  const { disclosure } = reading;
  const ofYear = year === null || year === disclosure.fiscalYear;
  return disclosure.kind === 'budget' && ofYear && !isPlanned(project, reading);
}

/** Its own budget was just stated. */
const isPlanned = (project: string, { flow }: Reading): boolean =>
  flow.carry?.project === project && flow.carry.phase !== null;

/** "预算金额：300万元": the figure is what the words in front of the colon say. */
function announcedBy(phrase: Phrase, { flow }: Reading): Subject | null {
  const silent = [phrase.concept, phrase.side, phrase.phase, phrase.fund, phrase.item, phrase.year].every(
    (one) => one === null,
  );
  if (!silent) flow.whole = null;
  return flow.whole?.project === null ? null : flow.whole;
}

/** null where the figure is the project's; `elsewhere` where the words name an account of the body. */
function whyNotIts(phrase: Phrase, reading: Reading): string | null {
  const { concept, side } = phrase;
  const { flow } = reading;
  const own = concept === null || concept === 'expenditure.project';
  const named = phrase.item !== null || phrase.classCode !== null || phrase.economicCode !== null;
  if (!own || named || phrase.event !== null) {
    if (reading.disclosure.kind !== 'project_evaluation') return 'elsewhere';
    // "我局基本支出360万元；项目支出220万元": all projects of the body.
    if (flow.ofBody && !flow.named) flow.astray = 'paragraph';
    flow.astray ??= 'sentence';
    return '没有说明是项目的还是部门的';
  }
  if (side === 'revenue' || side === 'both' || phrase.body !== null || (flow.ofBody && !flow.named)) {
    flow.astray = 'paragraph';
    return '部门的数，不是项目的';
  }
  if (phrase.fund !== null) return '按资金来源的一部分';
  if (phrase.phase === null && side === null && concept === null) return '没有说明是预算还是支出';
  const total = phrase.strong || phrase.grand || phrase.overall;
  return total && yearIn(phrase, reading) === null ? '总数，可能跨几个年度' : null;
}

/** Words that are not understood and would have been a budget or spending are of something else, until the paragraph ends. */
function astray(phrase: Phrase, { flow }: Reading): NotIts {
  const stated = phrase.phase !== null || phrase.side !== null;
  // "决策得分19分，…，总得分97分": what one line of the form was awarded leads nowhere.
  const ofItem = phrase.concept === 'evaluation.score' || phrase.unread.includes('evaluation.score');
  if (ofItem && !/项目/.test(phrase.unread)) return { reason: '单项得分，不是总分' };
  if (!MOVES.test(phrase.unread)) flow.astray = stated ? 'paragraph' : (flow.astray ?? 'sentence');
  return { reason: `没有读懂“${phrase.unread.slice(0, 20)}”` };
}

function yearIn({ year }: Phrase, { flow, disclosure }: Reading): number | null {
  if (year === 'previous') return disclosure.fiscalYear === null ? null : disclosure.fiscalYear - 1;
  return year ?? flow.year;
}

/** Words in front of 项目 that name none: "按照项目方案", "重点项目". */
const NAMES_NONE =
  '该|本|此|各|个|类|根据|按照|依据|通过|为|对|在|开展|实施|保障|加强|确保|推进|完成|结合|围绕|涉及|重点|专项|支出|我局|全部|相关|所有|申报';
/** "同时实施了泵站维修项目" */
const ANOTHER = new RegExp(`(?<=\\p{Script=Han}{2})(?<!${NAMES_NONE})项目`, 'u');

/** "苗圃管护补助资金全年共……万元，当年未使用，执行率0%": the figures were left out, and the rate is of that money. */
const OTHER_MONEY = /^(?<name>\p{Script=Han}{2,40}?(?:资金|经费|补助|补贴))(?:全年|当年|年初|年度|本年)/u;
const SOURCE = /^(?:中央|省|市|县|区|地方|上级|本级)/;

function isOtherMoney(text: string): boolean {
  const name = OTHER_MONEY.exec(text)?.groups?.['name'];
  return name !== undefined && (SOURCE.test(name) || properName(name) !== null);
}

/** A clause without figures may speak of another project, or of another year ("于2022年11月立项"). */
export function noteAside(text: string, phrase: Phrase, reading: Reading): void {
  if (reading.section.project === null || phrase.unread === '') return;
  const another = ANOTHER.test(text) && !text.startsWith('项目');
  if (another && !reading.flow.named) reading.flow.astray = 'paragraph';
  if (isOtherMoney(text) && !reading.flow.named) reading.flow.astray ??= 'sentence';
  const { fiscalYear } = reading.disclosure;
  if (typeof phrase.year === 'number' && phrase.year !== fiscalYear) reading.flow.astray ??= 'sentence';
}
