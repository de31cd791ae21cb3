/**
 * The labels that the ministry's 绩效自评表 and its provincial variants print: columns of the year's money, its
 * rows, the fields above them. Where a form lost its rules, they alone tell a label from a value.
 */

export type ColumnRole = 'original' | 'adjusted' | 'budget' | 'actual' | 'fullMarks' | 'rate' | 'awarded';

export type FormWordKind =
  | 'column'
  | 'total' // 年度资金总额
  | 'part' // 其中：当年财政拨款
  | 'name' // 项目名称
  | 'field' // 主管部门
  | 'funds' // 项目资金（万元）
  | 'end'; // 年度总体目标

export interface FormWord {
  kind: FormWordKind;
  role?: ColumnRole;
  /** One pattern; every space stands for "perhaps a space or a line end". */
  pattern: string;
}

/** "(A)", "(B/A)", "（20分*执行率）", "(万元)" behind a column's name. */
const ASIDE = '(?: [(（][^()（）\\n]{1,14}[)）])?';

function column(role: ColumnRole, names: string): FormWord {
  return { kind: 'column', role, pattern: `(?:${names})${ASIDE}` };
}

/** Longer labels stand before the shorter ones that they end in. */
export const FORM_WORDS: readonly FormWord[] = [
  column('original', '年初预算安排数|年初预算安排|年初预算数|年初预算金额|年初批复数|年初预算'),
  column(
    'adjusted',
    '全年[(（]调整[)）]预算数|全年预算数|全年预算金额|全年预算|调整后预算数|调整后的预算数|调整后预算|调整预算数',
  ),
  column(
    'actual',
    '全年实际执行数|全年执行数|全年执行金额|全年执行|预算执行数|预算执行金额|实际执行数|实际支出数|执行数',
  ),
  // 执行率 | 执行率权重 | 执行率得分: glued, 执行率得分 alone is two columns.
  column('fullMarks', '(?<=执行率[\\s|]{0,3})执行率(?:权重)'),
  column('awarded', '(?<=执行率权重[\\s|]{0,3})执行率(?:得分)'),
  column('rate', '预算执行率|资金执行率|执行率'),
  column('awarded', '自评得分|得分'),
  column('fullMarks', '分值权重|分值|权重'),
  column('budget', '预算数|预算金额'),
  {
    kind: 'total',
    pattern:
      '年度总金额|年度财政资金总额|年度项目资金总额|项目资金总额|年度资金总额|年度预算总额|资金总额|总额|合计',
  },
  {
    kind: 'part',
    pattern:
      '(?:其 中 [:：]? )?(?:(?:本年度?|当年|上年)?(?:财政拨款|财政资金)|一般公共预算(?:财政)?(?:拨款|资金)?|政府性基金(?:预算)?(?:拨款|资金)?|中央、省、市补助|政府预算资金|(?:中央|省级|市级|县级|区级|地方|州级|市县)(?:财政)?(?:补助资金|专项资金|补助|资金|配套))|上年结转结余资金|上年结转资金|上年结转|财政专户管理资金|非财政拨款|单位资金|自有资金|其他资金|其它资金',
  },
  { kind: 'part', pattern: '其 中 [:：] 基本支出|基本支出(?= [\\d—-])|项目支出(?= [\\d—-])' },
  {
    kind: 'name',
    pattern: '转移支付[(（]项目[)）]名称|专项资金名称|项目支出名称|项目 名称',
  },
  {
    kind: 'field',
    pattern:
      '(?:中央|地方|省级|市级|县级|区级)?主 管 (?:部 门|单 位)(?:及代码)?|资金使用单位|项目实施单位|(?:项目)?实 施 单 位(?: [(（]盖章[)）])?|项目 单位|(?:项目)?负责人及(?:联系)?电话|项目负责人|负责人|联 系 人|联系电话|部门[(（]单位[)）]名称|部门名称|单位名称|填报单位|填报日期|填报人|预算单位|项目类别|项目属性|项目类型|(?<=[\\n|])部门(?= \\|)|项目起止时间',
  },
  { kind: 'funds', pattern: '项 目 资 金|预 算 资 金|部门资金|资 金 情 况|预算执行情况|年度预算数' },
  {
    kind: 'end',
    pattern:
      '按收入性质分|按支出性质分|年 度 总 体 目 标|总 体 目 标|年 度 目 标|年度绩效|绩 效 指 标|绩 效 目 标|一 级 指 标|预 期 目 标|年初设定目标|评价结论|项目基本情况|项目概况|注 [:：]',
  },
];

/** What a spread-out label looks like in running text: "年度 总体 目标", "执行率\n(B/A)". */
export function formWordPattern({ pattern }: FormWord): string {
  return pattern.replaceAll(' ', '[\\s|]*').replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, '\\s{0,2}');
}
