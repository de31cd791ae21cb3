/** Projects that the report on a whole department names in its sentences. */
import { describe, expect, it } from 'vitest';
import { narrativeOf, type Told } from '../../../support/narrative.ts';

const REPORT: Told = { kind: 'self_evaluation' };
const KEY = 'expenditure.project';

type Example = [name: string, paragraphs: string[], facts: string[]];

const its: Example[] = [
  [
    'budget, spending and rate behind its name',
    ['1.河堤养护项目预算40万元，执行39万元，执行率97.5%。'],
    [
      `2024 ${KEY} budget all 河堤养护 = 40`,
      `2024 ${KEY} actual all 河堤养护 = 39`,
      '2024 rate.execution actual all 河堤养护 = 97.5',
    ],
  ],
  [
    'a colon or a comma behind the name, and the sentences of the paragraph that it opens',
    ['马铃薯良种补贴资金：年初预算60万元，全年预算66万元，执行数65万元。自评得分98分。'],
    [
      `2024 ${KEY} original_budget all 马铃薯良种补贴资金 = 60`,
      `2024 ${KEY} adjusted_budget all 马铃薯良种补贴资金 = 66`,
      `2024 ${KEY} actual all 马铃薯良种补贴资金 = 65`,
      '2024 evaluation.score actual all 马铃薯良种补贴资金 = 98',
    ],
  ],
  [
    'the word 项目 once more in front of its money',
    ['河堤养护项目，项目预算资金40万元，实际支出39万元。'],
    [`2024 ${KEY} budget all 河堤养护 = 40`, `2024 ${KEY} actual all 河堤养护 = 39`],
  ],
  [
    'one behind the other, divided by semicolons',
    [
      '项目情况如下：（1）河堤养护项目2024年预算40万元，支出39万元；（2）我局的堰塘清淤专项经费预算20万元，实际支出18万元。',
    ],
    [
      `2024 ${KEY} budget all 河堤养护 = 40`,
      `2024 ${KEY} actual all 河堤养护 = 39`,
      `2024 ${KEY} budget all 堰塘清淤专项经费 = 20`,
      `2024 ${KEY} actual all 堰塘清淤专项经费 = 18`,
    ],
  ],
  [
    'its fields, one a line behind its name, until the next name or heading',
    [
      '项目名称：乡道养护',
      '主管部门：示例县交通运输局',
      '年初预算数：10万元',
      '执行率：98.18%',
      '自评得分：97分',
      '项目名称：桥梁检测',
      '自评得分：98分',
      '四、评价结论',
      '自评得分96.5分。',
    ],
    [
      `2024 ${KEY} original_budget all 乡道养护 = 10`,
      '2024 rate.execution actual all 乡道养护 = 98.18',
      '2024 evaluation.score actual all 乡道养护 = 97',
      '2024 evaluation.score actual all 桥梁检测 = 98',
      '2024 evaluation.score actual all = 96.5',
    ],
  ],
  [
    'named by a heading below one on projects, until the next heading of its depth',
    [
      '（二）项目支出情况',
      '1.乡道养护项目',
      '年初预算10万元，实际支出9万元，新增绿化3公里，自评得分97分。',
      '2.河堤巡护补助资金',
      '预算8万元，支出7万元。',
      '（三）自评结论',
      '自评得分96.5分。',
    ],
    [
      `2024 ${KEY} original_budget all 乡道养护 = 10`,
      `2024 ${KEY} actual all 乡道养护 = 9`,
      '2024 evaluation.score actual all 乡道养护 = 97',
      `2024 ${KEY} budget all 河堤巡护补助资金 = 8`,
      `2024 ${KEY} actual all 河堤巡护补助资金 = 7`,
      '2024 evaluation.score actual all = 96.5',
    ],
  ],
  [
    'in a list, divided by commas',
    ['2024年项目支出59万元，其中：河堤养护工程支出39万元，公共厕所保洁服务经费支出20万元。'],
    [
      `2024 ${KEY} actual all = 59`,
      `2024 ${KEY} actual all 河堤养护工程 = 39`,
      `2024 ${KEY} actual all 公共厕所保洁服务经费 = 20`,
    ],
  ],
  [
    'with the quotation marks of its name',
    ['“四好”乡道养护项目预算50万元，支出45万元。', '示范“一村一品”补助资金预算5万元。'],
    [
      `2024 ${KEY} budget all “四好”乡道养护 = 50`,
      `2024 ${KEY} actual all “四好”乡道养护 = 45`,
      `2024 ${KEY} budget all 示范“一村一品”补助资金 = 5`,
    ],
  ],
  [
    'a list of scores',
    ['项目自评得分情况：河堤养护项目97分、堰塘清淤专项经费96.5分，马铃薯良种补贴资金得分100分。'],
    [
      '2024 evaluation.score actual all 河堤养护 = 97',
      '2024 evaluation.score actual all 堰塘清淤专项经费 = 96.5',
      '2024 evaluation.score actual all 马铃薯良种补贴资金 = 100',
    ],
  ],
  [
    'until the paragraph ends, and not where the department is named',
    ['河堤养护项目预算40万元，支出39万元。', '2024年部门整体支出绩效自评得分95分。'],
    [
      `2024 ${KEY} budget all 河堤养护 = 40`,
      `2024 ${KEY} actual all 河堤养护 = 39`,
      '2024 evaluation.score actual all = 95',
    ],
  ],
];

const notIts: Example[] = [
  [
    'accounts of the department',
    [
      '日常公用经费预算40万元，支出39万元。',
      '2024年公务用车运行维护费预算4万元。',
      '离退休人员活动经费预算3万元。',
    ],
    [
      '2024 expenditure.operating budget all = 40',
      '2024 expenditure.operating actual all = 39',
      '2024 three_public.vehicle_operation budget all = 4',
    ],
  ],
  [
    'money of one source, and money that says what kind it is and no more',
    [
      '省级专项资金预算40万元，支出39万元。',
      '业务工作经费预算40万元。',
      '结余资金支出5万元。',
      '一次性基本建设项目支出6万元。',
      '完善基础设施建设项目支出7万元。',
    ],
    [],
  ],
  [
    'several at once, and parts of one',
    [
      '河堤养护项目和堰塘清淤项目预算60万元，支出58万元。',
      '河堤养护、堰塘清淤等项目预算60万元，自评得分97分。',
    ],
    [],
  ],
  [
    'behind a project in the middle of a paragraph nobody says whose the rate is',
    ['2024年完成绿化工作。堰塘清淤专项经费预算20万元，支出18万元。全年预算执行率95%。'],
    [`2024 ${KEY} budget all 堰塘清淤专项经费 = 20`, `2024 ${KEY} actual all 堰塘清淤专项经费 = 18`],
  ],
  [
    'the rate of one account, and the score behind a project or behind money of something unknown',
    [
      '“三公”经费预算8万元，支出6万元，预算执行率75%。',
      '泵站维修工程类项目已完工，自评得分97分。',
      '收到捐赠款30万元，综合得分92分。',
      '示例县财政局对“河堤养护”项目开展重点评价，评价得分87分。',
      '县财政局组织抽查复核，评价得分88分。',
    ],
    ['2024 three_public budget all = 8', '2024 three_public actual all = 6'],
  ],
  ['money of some project', ['2024年项目共支出58万元。', '项目总支出58万元。'], []],
  ['points of a line of the form', ['得分情况：到位资金5分，项目资金管理4分，重点项目3分。'], []],
];

describe('the report on a department reads of a project', () => {
  it.each(its)('%s', (_, paragraphs, facts) => {
    expect(narrativeOf(paragraphs, REPORT).facts).toEqual(facts);
  });
});

describe('the report on a department gives no project', () => {
  it.each(notIts)('%s', (_, paragraphs, facts) => {
    expect(narrativeOf(paragraphs, REPORT).facts).toEqual(facts);
  });
});
