/** Counts that are not all there is: journeys told apart by border or by host, staff by kind of post, and equipment that is only planned. */
import type { NumberToken } from '../../parse/amount.ts';
import type { Place, Reading } from './reading.ts';
import type { Subject } from './subject.ts';

/** Why the count is not that of its concept; null where it is. */
export function partialCount(
  { concepts }: Subject,
  token: NumberToken,
  reading: Reading,
  place: Place,
): string | null {
  const [concept = ''] = concepts;
  const behind = place.sentence.slice(token.unitEnd);
  if (concept.startsWith('three_public.overseas_') && BORDER_APART.test(behind))
    return '出国与出境分开列示，没有合计';
  if (concept === 'three_public.overseas_groups' && GROUPS_APART.test(behind))
    return '本单位组织的与参加其他单位的团组分开列示，没有合计';
  if (concept.startsWith('three_public.reception_') && isOfForeigners(token, reading, place))
    return '外宾接待的批次、人次，不是国内接待';
  if (concept === 'headcount.in_post' && isOfOneKind(token, reading, place))
    return '某一类编制的实有人数，不是全部在职人员';
  if (concept.startsWith('asset.') && isToBeBought(token, reading, place)) return '计划购置的，不是现有的';
  return null;
}

/** "行政编制34人，实有人数32人；事业编制10人，实有人数8人": who fills the posts of each kind, and nobody says how many in all. */
function isOfOneKind({ start }: NumberToken, { paragraph }: Reading, { sentence }: Place): boolean {
  return FILLS_KIND.test(sentence.slice(0, start)) && (paragraph.match(FILLED_KINDS) ?? []).length > 1;
}

const OF_KIND =
  '(?:行政|事业|工勤|政法专项|参公)编制\\D{0,6}\\d+\\s*[个名人]?\\s*[,，、]?\\s*(?:年末)?(?:实有|现有|实际|在职|在编|在岗)';
const FILLS_KIND = new RegExp(`${OF_KIND}\\D{0,8}$`);
const FILLED_KINDS = new RegExp(OF_KIND, 'g');

/** "因公出国1人次，出境2人次": neither is both. */
const BORDER_APART = /^\s*[，,、;；]?\s*(?:因公)?(?:出|赴)境\D{0,6}[1-9]/;

/** "本单位组织的出国团组1个，参加其他单位出国团组2个" */
const GROUPS_APART = /^[，,、；;]?\s*参加(?:其他|外)[^\d。]{0,16}团组\D{0,3}[1-9]/;

/** "2023年部门预算安排购置车辆5辆，其中特种车辆5辆；单位价值100万元以上设备10台（套）": a plan, up to its full stop. */
function isToBeBought(token: NumberToken, reading: Reading, place: Place): boolean {
  const before = wordsBefore(token, reading, place);
  return PLAN.test(before.slice(before.lastIndexOf('。') + 1));
}

const PLAN = /(?:安排|计划|拟|预计)[^，。；,;\d]{0,8}(?:购置|新增|更新|采购)|新增(?:购置|配置)/;

/** "（1）外宾接待支出0万元。共接待来访团组0个，0人次。": no guests from home were spoken of in the paragraph. */
function isOfForeigners(token: NumberToken, reading: Reading, place: Place): boolean {
  const before = wordsBefore(token, reading, place).replace(BRACKETED, '');
  return FOREIGN.test(before) && !/国内|公务接待费/.test(before);
}

/** “（含外宾接待）”, not 国（境）外. */
const BRACKETED = /[(（](?!境)[^()（）]*[)）]/g;
const FOREIGN = /(?:外宾|外事|国[(（]境[)）]外|境外|国外)(?:公务)?接待/;

/** All that the paragraph says in front of the number. */
function wordsBefore({ start }: NumberToken, { paragraph }: Reading, { sentence }: Place): string {
  const from = Math.max(0, paragraph.indexOf(sentence.trim()));
  return paragraph.slice(0, from) + sentence.slice(0, start);
}
