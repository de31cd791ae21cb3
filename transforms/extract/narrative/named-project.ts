/**
 * "河堤养护项目预算100万元，执行98万元": reports on a whole department list what single projects cost. A sentence that
 * opens with the name of one, and goes on with its budget, its spending or its score, is about that project.
 */
import type { NumberToken } from '../../parse/amount.ts';
import { functionCodesByName } from '../../vocabulary/function-codes.ts';
import { lex } from './lex.ts';
import { numberIndex } from './marks.ts';
import { yearOf } from './phrase.ts';

const MARK = '[\\ue000-\\uefff]';
/** How names of projects end; "河堤养护经费" and "低保补助资金" are names, "差旅费" is an expense. */
const NAME =
  '(?<name>[\\p{Script=Han}A-Za-z·()-]{2,40}?(?:项目|专项|专款|工程|资金|经费|补助|补贴|奖补|维护费|运维费|服务费))';
const STATED = [
  '(?:年初|全年|年度|调整后?|批复|当年|本年)*预算(?:数|总额|金额|资金|安排|批复)*',
  '(?:全年|年度|实际|已)*(?:执行|支出|使用|支付)(?:数|金额|资金|额)?',
  '安排(?:预算|资金|专项资金)*',
  '(?:绩效)?(?:自评|评价)?(?:综合|总)?(?:得分|评分)',
];
const IS = '(?:为|是|共|共计|达|约|:)?';
/** Behind a date: the name, then "：2024年度", then what is stated of it, perhaps as "项目预算资金". */
const OPENING = new RegExp(
  `^(?<date>${MARK})?,?${NAME}(?:支出)?[:,]?(?<later>${MARK})?,?(?:(?<=[,:])[该本]?项目)?(?:${STATED.join('|')})${IS}${MARK}`,
  'u',
);
/** "河堤养护项目97分" in a list of scores. */
const SCORED = new RegExp(`^${NAME}(?:绩效)?(?:自评|评价)?(?:得分)?为?${MARK}$`, 'u');

/** Words of names that name nothing yet: "省级专项资金", "业务工作经费". */
const GENERIC =
  /中央|省级?|市级?|州级?|县级?|区级?|乡镇|街道|本级|上级|地方|财政|专项|转移支付|资金|补助|经费|项目|工程|支出|预算|配套|部门|单位|局机关|机关|年度|其他|其它|运转类?|特定目标类?|基本建设|基建|民生|经常性|一次性|延续性|常年|阶段性|履职|各类|所有|全部|重点|工作|日常|业务|公共|一般|整体|绩效|目标|管理|补贴|专款|费|类|总|的|与|和|及/g;
const LEAST_PROPER = 3;
/** Verbs and pronouns in front: the words tell something and name nothing. */
const TELLS =
  /^(?:按照?|根据|依据|通过|对|在|由|经|从|将|把|因|向|用于|用作|涉及|下达|拨付|追[加减]|收[到回]|争取|申[请报]|投入|落实|安排|完成|开展|实施|组织|推进|加强|确保|保障(?!性)|截[至止]|本|该|此|这|各|每|我|全[县市区省局镇乡部额年]|其中?|另|同|剩余|结[余转]|有关|相关|上述|以[上下]|包[括含]|纳入|新增|取消|调[整剂]|增加|减少|共|主要|完善|改善|提[升高]|加大|强化|支持|促进|积极|进一步|努力|着力|统筹|围绕|结合|做好|抓好|解决|重点|分别|累计|合计|总计|预计|计划|拟|未|无|没|已|应|实际|到位|年[初末中]|上年|当年|去年)/;
/** Inside a name they would cut it in two: a sum of several, or a clause. */
const SEVERAL =
  /(?:项目|资金|经费|工程|补助)[和及与]|等(?:项目|专项|工程|资金|经费|补助)|用于|安排|下达|拨付|到位|追加|收到|[的为]|基本支出|项目支出/;
/** Expenses that every office has are accounts and no projects, unless they are called one. */
const EXPENSE =
  /工资|津补贴|津贴|奖金|公积金|社保|养老|职业年金|人员|公用|三公|接待|用车|车辆|会议|培训|差旅|办公|水电|取暖|物业|劳务|交通|伙食|福利|工会|遗属|退休|抚恤|印刷|邮电|取暖/;

/** 运行维护费, 技术服务费, 设备维护费, 运行维护专项: nobody says of what. */
const NAMELESS =
  /^(?:日常|设备|设施|房屋|系统|车辆)?(?:运行|运营|维护|维修|运维|管理|技术|咨询|委托|购买|专业|中介|其他)*(?:维护费|运维费|服务费)$|^(?:日常)?(?:运行|维护|运维)+(?:专项)?(?:专项|经费|资金)$/;

/** The project that a stretch of a sentence opens with; null where it opens with none, with several, or with an account. */
export function projectOpening(skeleton: string, numbers: readonly NumberToken[]): string | null {
  const { date, name, later } = OPENING.exec(skeleton)?.groups ?? {};
  return name !== undefined && isYear(date, numbers) && isYear(later, numbers) ? properName(name) : null;
}

/** The project that a clause of a list of scores names in front of its points. */
export function projectScored(clause: string, numbers: readonly NumberToken[]): string | null {
  const { name } = SCORED.exec(clause)?.groups ?? {};
  const points = numbers[numberIndex(clause.at(-1) ?? '') ?? -1];
  return name === undefined || points?.unit !== '分' ? null : properName(name);
}

function isYear(mark: string | undefined, numbers: readonly NumberToken[]): boolean {
  return mark === undefined || yearOf(numbers[numberIndex(mark) ?? -1]) !== null;
}

/** The name where it is one of a project, without a 项目 at its end. */
export function properName(printed: string): string | null {
  const proper = printed.replace(GENERIC, '');
  if (proper.length < LEAST_PROPER || TELLS.test(printed) || SEVERAL.test(printed)) return null;
  if (NAMELESS.test(printed)) return null;
  if (!printed.endsWith('项目') && EXPENSE.test(printed)) return null;
  if (functionCodesByName(printed).length > 0 || lex(printed).some(isAccount)) return null;
  return printed.replace(/项目$/, '');
}

/** 公共图书馆, 社会保障和就业支出, 政府采购: the vocabulary has a name for it. */
function isAccount(word: ReturnType<typeof lex>[number]): boolean {
  // 服务 and 工程 are accounts of procurement only where that is spoken of.
  if (word.kind === 'concept') return word.within === undefined && word.concept !== 'expenditure.project';
  return ['fund', 'economic', 'class', 'side', 'outside', 'item', 'year', 'change'].includes(word.kind);
}
