import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractRemarks } from '../../../transforms/extract/remarks.ts';
import { readText } from '../../../transforms/read/read-text.ts';
import { standardTables } from '../../../transforms/recognise/standard-tables.ts';

const documentOf = (text: string) => readText(new TextEncoder().encode(text));
const remarksOf = (text: string) =>
  extractRemarks(documentOf(text), 2024).map(({ kind, fiscalYear, count, quantity }) => [
    kind,
    fiscalYear,
    count,
    quantity?.valueMinor ?? null,
  ]);

it('keeps where a reader could not read a table, and none of its other notes', () => {
  const document = documentOf('2024年示例');
  const notes = ['table_not_understood', 'clipped'].map((code) => ({
    code,
    message: '第7页有像表格而无框线的文字',
    location: { page: 7 },
  }));
  expect(extractRemarks({ ...document, notes }, 2024)).toMatchObject([
    { kind: 'unread_table', fiscalYear: 2024, location: { page: 7 }, quote: '第7页有像表格而无框线的文字' },
  ]);
});

describe('what a document says about itself', () => {
  it.each([
    [
      '本局对2023年度3项项目支出开展了绩效自评，涉及资金120.5万元。',
      [['evaluated_projects', 2023, 3, 120_500_000]],
    ],
    ['组织对两个重点项目开展部门评价，涉及资金30万元。', []],
    [
      '机关运行经费安排数与《基本支出预算表》中的“商品和服务支出”数一致。',
      [['same_as_goods_and_services', 2024, null, null]],
    ],
    ['公用经费与《基本支出预算表》中的“商品和服务支出”数一致。', []],
    ['2024年支出决算为××万元。', [['blank_amount', 2024, 1, null]]],
    ['2022年支出预算为万元，收入预算为万元。', [['blank_amount', 2022, 1, null]]],
    ['支出决算为12.30万元，增加3万元。', []],
    ['单位：万元', []],
    ['某市XX局2024年度部门决算。', [['blank_name', 2024, 1, null]]],
    ['比上年增加（减少）12.30万元。', [['undecided_direction', 2024, 1, null]]],
    ['比上年增加（减少）0万元。', []],
    ['比上年增加12.30万元。', []],
    ['全年接待XX批次、XX人次。', [['blank_amount', 2024, 1, null]]],
    ['比上年增加    元，主要是人员变动。', [['blank_amount', 2024, 1, null]]],
    ['支出决算完成年初预算的%，主要是追加。', [['blank_amount', 2024, 1, null]]],
    ['占本年支出的 %；', [['blank_amount', 2024, 1, null]]],
    ['接待2批次，金额（单位：元）见下表。', []],
    ['共有车辆3辆，价值5×10万元以上设备0台。', []],
    ['20XX年度部门决算说明。', [['blank_name', 2024, 1, null]]],
    ['比上年增长（下降），主要原因是人员变动。', [['undecided_direction', 2024, 1, null]]],
    ['较上年增加/减少3.20万元。', [['undecided_direction', 2024, 1, null]]],
    ['比上年增加（减少以“－”号填列）。', []],
    ['人员有增加/减少的，按月办理。', []],
    ['比上年减少-3.20万元。', [['double_negative', 2024, 1, null]]],
    ['与上年相比下降－5.1%。', [['double_negative', 2024, 1, null]]],
    ['比上年增加-3.20万元，是收回的拨款。', []],
    ['每年减少3-5万元。', []],
    ['比上年减少-0.00万元。', []],
    ['基本支出占48.50，项目支出占51.50%。', [['missing_percent_sign', 2024, 1, null]]],
    ['基本支出占48.50%，项目支出占51.50%。', []],
    ['土地占12.50，房屋占3.20。', []],
    ['第三部分 示例局202年度部门决算情况说明', [['incomplete_year', 2024, 1, null]]],
    ['第三部分 示例局2024年度部门决算情况说明', []],
    ['校舍已有200年历史，2019—202年度陆续修缮。', []],
    ['“三公”经费比上年减增加 3.20 万元，增长5%。', [['undecided_direction', 2024, 1, null]]],
    ['比上年减少增加0万元。', []],
    ['决算数大小于预算数的主要原因：工程延期。', [['undecided_direction', 2024, 1, null]]],
    ['决算数大于预算数的主要原因：人员增加，办公费减少3万元。', []],
    ['公务接待费支出决算减少为 0.00 万元，与 2023 年持平。', [['changed_and_unchanged', 2023, 1, null]]],
    ['公务接待费0.00万元，与2023年持平。', []],
    ['公务接待费比上年减少3.20万元，出国费与上年持平。', []],
    // Less than the budget and as much as last year: both may be true.
    ['公务接待费较年初预算减少为2.10万元，与2023年持平。', []],
    ['收入预算增加为3.20万元，与2024年计划数一致。', []],
    ['政府性基金支出0万元，与2023年预算增加持平。', [['changed_and_unchanged', 2023, 1, null]]],
    ['人员增减持平。', []],
    ['年初预算为4.20万元，支出决算为3.96。决算数小于预算数。', [['missing_unit', 2024, 1, null]]],
    ['年初预算为4.20万元，支出决算为3.96万元。', []],
    ['以下以万元计：年初预算为4.20，支出决算为3.96。', []],
    ['全年公务接待30批次、200人次，人均接待费68.5元。', [['average_reception_person', 2024, 200, 6850]]],
    ['公务接待30批次，平均每批次 456.67 元。', [['average_reception_batch', 2024, 30, 45_667]]],
    ['公务用车保有量为4辆，车均运行维护费2.31万元。', [['average_vehicle_running', 2024, 4, 2_310_000]]],
    [
      '共有车辆5辆，其中，副部（省）级及以上领导用车0辆、机要通信用车1辆（含新能源车1辆）、其他用车3辆，其他用车主要是下乡用车。',
      [['vehicle_kinds', 2024, 5, 40_000]],
    ],
    [
      '公务用车共4台（辆），其中：应急保障用车1台、特种专业技术用车4台；单价100万元以上设备3台。',
      [['vehicle_kinds', 2024, 4, 50_000]],
    ],
    // Without 其他用车 there may be more; 轿车 and 新能源车 may be the same; 皮卡 is among the others.
    ['共有车辆5辆，其中：机要通信用车1辆、应急保障用车2辆。', []],
    ['共有车辆5辆，其中：轿车3辆、新能源车4辆、其他用车2辆。', []],
    ['共有车辆5辆，其中：机要通信用车1辆、其他用车4辆，主要是皮卡2辆。', []],
    ['共有车辆5辆，房屋2处，其中：办公用房1处、其他用房1处。', []],
    ['购置公务用车2辆，平均每辆17.98万元。', [['average_vehicle_purchase', 2024, 2, 17_980_000]]],
    ['公务接待费人均约70元。', []],
    ['公务接待标准人均不超过80元。', []],
    ['全年人均公用经费3.20万元。', []],
  ])('%s', (text, expected) => {
    expect(remarksOf(`第一部分 说明\n${text}\n`)).toEqual(expected);
  });

  it('is told once a kind where a form was left empty throughout', () => {
    const text = '收入为××万元。\n支出为××万元。\n结余为××万元。\n';
    expect(remarksOf(text)).toEqual([['blank_amount', 2024, 3, null]]);
  });

  it('is a target that was met many times over, in counts of one unit', () => {
    const form = (target: string, actual: string) =>
      remarksOf(
        [
          '项目支出绩效自评表',
          '一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分',
          `产出指标\t数量指标\t巡查次数\t${target}\t${actual}\t10\t10`,
          '',
        ].join('\n'),
      );
    expect(form('≥12次', '360次')).toEqual([['far_target', 2024, 30, null]]);
    for (const [target, actual] of [
      ['≥12次', '118次'],
      ['≤12次', '360次'],
      ['≥12次', '360人'],
      ['≥5%', '95%'],
      ['≥1万元', '50万元'],
      ['2024年', '2024年'],
      ['0次', '9次'],
    ] as const)
      expect(form(target, actual)).toEqual([]);
  });

  it('is a note below a table that calls the table empty', () => {
    const text = [
      '政府性基金预算财政拨款收入支出决算表',
      '项目\t合计\t基本支出\t项目支出',
      '合计\t0.00\t0.00\t0.00',
      '注：本部门2023年没有政府性基金收支，故本表为空表。',
      '',
      '后面的文字。',
    ].join('\n');
    expect(remarksOf(text)).toEqual([['empty_table', 2023, null, null]]);
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    '与《',
    '》',
    '本表',
    '为空表',
    '涉及资金',
    '自评',
    '××',
    '万元',
    '增加（减少）',
    '3',
    '项',
    '\n',
    '。',
  );

  it('gives an answer and never a throw, with blanks told once a kind', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string())), (parts) => {
        const kinds = remarksOf(`甲${parts.join('')}`).map(([kind]) => kind);
        for (const kind of ['blank_amount', 'blank_name', 'undecided_direction', 'double_negative'])
          expect(kinds.filter((one) => one === kind).length).toBeLessThan(2);
      }),
    );
  });

  it('made to cost much costs in proportion to its length', () => {
    const hostile = '与《对3项'.repeat(40_000);
    const began = performance.now();
    remarksOf(hostile);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('the tables that a report has to print', () => {
  const table = (title: string) => `${title}\n项目\t金额\n合计\t1.00\n二\t2.00\n\n正文。\n\n`;

  it('are counted by title, whatever their number and order', () => {
    const titles = [
      '收入支出决算总表',
      '支出决算表',
      '收入决算表',
      '一般公共预算财政拨款基本支出决算明细表',
      '一般公共预算财政拨款支出决算表',
      '财政拨款收入支出决算总表',
      '“三公”经费支出决算表',
      '国有资本经营预算财政拨款支出决算表',
    ];
    const document = documentOf(titles.map(table).join(''));
    expect(standardTables(document, 'final_accounts')).toEqual({ present: 8, expected: 9 });
    expect(standardTables(documentOf(table('收支预算总表') + table('部门收入总表')), 'budget')).toEqual({
      present: 2,
      expected: 8,
    });
  });

  it('are not asked of a text without tables, or of kinds that have none', () => {
    expect(standardTables(documentOf('只有文字。'), 'final_accounts')).toBeNull();
    expect(standardTables(documentOf(table('收入决算表')), 'self_evaluation')).toBeNull();
  });
});
