/**
 * What every view and every column of a view means. An entry is [unit, Chinese, English]; a unit of null means
 * a text or an identifier. Entries that several views share stand once above.
 */

export type Meaning = readonly [unit: string | null, zh: string, en: string];
export type Meanings = Readonly<Record<string, Meaning>>;

export interface ViewEntry {
  /** One row per … */
  zh: string;
  en: string;
  columns: Meanings;
}

const BUREAU: Meanings = {
  bureau_id: [
    null,
    '公开单位的固定标识；没有写明单位的为 unidentified-…',
    'stable id of the publishing body; unidentified-… where none is named',
  ],
  bureau_name: [null, '单位公布的正式名称；未识别为空', 'official name as published; NULL if unidentified'],
  region_code: [
    null,
    '行政区划代码（GB/T 2260，六位）；不知道为空',
    'administrative division code (GB/T 2260, six digits); NULL if not known',
  ],
};

const SCOPE: Meanings = {
  scope: [
    null,
    '口径：department 部门（含下属单位），unit 单位本身',
    'department (with subordinate units) or unit (the body alone)',
  ],
};

const YEAR: Meanings = {
  fiscal_year: ['year', '数字所说的年度（上年数属于上一年）', 'the year the figure speaks of'],
};

const KEY: Meanings = {
  ...BUREAU,
  ...SCOPE,
  ...YEAR,
  concept: [null, '概念标识，见表 concepts', 'identifier of the concept, see table concepts'],
  phase: [
    null,
    '阶段：original_budget 年初预算，adjusted_budget 全年（调整）预算，budget 未说明的预算数，actual 决算数或实际数',
    'original_budget, adjusted_budget, budget (kind not stated) or actual',
  ],
  fund: [
    null,
    '资金来源：all 全部，fiscal 财政拨款，general_public 一般公共预算，等等',
    'source of funds: all, fiscal, general_public, …',
  ],
  function_code: [
    null,
    '支出功能分类代码（类、款、项：3、5、7 位）',
    'functional classification code (3, 5 or 7 digits)',
  ],
  economic_code: [
    null,
    '部门预算支出经济分类代码（3 或 5 位）',
    'economic classification code (3 or 5 digits)',
  ],
  project: [null, '项目名称，按公布的写法', 'project name as published'],
};

const NAMES: Meanings = {
  concept_zh: [null, '概念的中文名称', 'Chinese name of the concept'],
  concept_en: [null, '概念的英文名称', 'English name of the concept'],
  function_name: [null, '功能分类代码在该年度的名称', 'name of the functional code in that year'],
  economic_name: [null, '经济分类代码在该年度的名称', 'name of the economic code in that year'],
};

const AMOUNT: Meanings = {
  value: [
    'unit',
    '数值，单位见 unit；空为未公布，0 为公布为零',
    'value in the unit of column unit; 0 is published as zero',
  ],
  unit: [
    null,
    '计量单位：CNY 元，persons 人，count 个数，percent 百分数（98.89 即 98.89%），points 分',
    'CNY (yuan), persons, count, percent (98.89 is 98.89%) or points',
  ],
  ulp: [
    'unit',
    '印出的末位数字的大小，单位见 unit：精确到哪里',
    'size of the last printed digit, in the unit of column unit',
  ],
  value_minor: [
    'minor',
    '精确整数值：CNY 为分，其他单位为万分之一',
    'exact integer value: fen for CNY, 1/10,000 for every other unit',
  ],
  ulp_minor: [
    'minor',
    '末位数字的大小，整数，单位同 value_minor',
    'size of the last printed digit, in the unit of value_minor',
  ],
  basis: [null, '依据：stated 文中写明，derived 由写明的数字推得', 'stated, or derived from stated figures'],
};

const DOCUMENT_ID: Meanings = {
  document_id: [
    null,
    '文件标识（内容的摘要），见视图 documents',
    'id of the document (digest of its bytes), see view documents',
  ],
};

const SOURCE_FILE: Meanings = {
  source_file: [null, '来源文件名，或网址的最后一段', 'file name, or last part of the URL'],
};

const PLACE: Meanings = {
  locator: [
    null,
    '在文件的何处：页、表、行、列，工作表与单元格，或文本行',
    'where a person finds it: page, table, row, column; sheet and cell; or line',
  ],
  quote: [null, '数字前后的原文', 'the words around the figure, as printed'],
};

const PRINTED: Meanings = {
  printed: [null, '原样印出的数字', 'the figure exactly as printed'],
  printed_unit: [null, '原样印出的单位', 'its unit exactly as printed'],
};

const FACT_ID: Meanings = {
  fact_id: [null, '事实标识，见视图 facts', 'id of the fact, see view facts'],
};

const OBSERVATION_ID: Meanings = {
  observation_id: [null, '观测标识，见视图 observations', 'id of the observation, see view observations'],
};

const KIND: Meaning = [
  null,
  '公开的种类：final_accounts 决算，budget 预算，self_evaluation 整体自评，project_evaluation 项目自评，performance_targets 绩效目标，unknown 不明',
  'final_accounts, budget, self_evaluation, project_evaluation, performance_targets or unknown',
];

const STATE: Meaning = [
  null,
  '文件状态：extracted 已读取，quarantined 已隔离，superseded 已被取代',
  'extracted, quarantined or superseded',
];

const MEDIUM: Meaning = [null, '出处：table 表格，prose 文字', 'table or prose'];

export const DICTIONARY: Readonly<Record<string, ViewEntry>> = {
  facts: {
    zh: '每行一个在文件中读到的数字；同一键可有多行，文件自相矛盾时也照录',
    en: 'one row per figure read in a document that stands; several for one key where it is said several times',
    columns: {
      ...FACT_ID,
      ...DOCUMENT_ID,
      ...SOURCE_FILE,
      ...KEY,
      ...AMOUNT,
      ...PRINTED,
      ...PLACE,
      ...NAMES,
      rule: [null, '读出它的版式或规则', 'the layout or rule that read it'],
      medium: MEDIUM,
      disclosure_kind: KIND,
      report_year: ['year', '所在报告的年度', 'year of the report that said it'],
    },
  },
  observations: {
    zh: '每行一个键：单位、口径、年度、概念、阶段、资金来源、功能与经济代码、项目；每键一个采信的值',
    en: 'one row per key, with the one value accepted for it',
    columns: {
      ...KEY,
      ...AMOUNT,
      ...DOCUMENT_ID,
      ...SOURCE_FILE,
      ...PLACE,
      ...NAMES,
      ...OBSERVATION_ID,
      fact_id: [null, '被采信的事实，见视图 facts', 'the chosen fact, see view facts'],
      status: [
        null,
        '状态：accepted 采信，contested 有争议，corrected 已更正',
        'accepted, contested or corrected',
      ],
      fact_count: [
        'count',
        '说到此键的事实个数，支持与反对都算',
        'number of facts for this key, for and against',
      ],
      reason: [null, '为何采信此值', 'why this witness was chosen'],
    },
  },
  findings: {
    zh: '每行一处不成立（或只因四舍五入等才成立）的公布关系',
    en: 'one row per published relation that does not hold, or holds only by an explanation',
    columns: {
      ...BUREAU,
      ...SCOPE,
      ...DOCUMENT_ID,
      ...SOURCE_FILE,
      finding_id: [null, '发现的固定标识', 'stable id of the finding'],
      check_name: [null, '检查的标识', 'id of the check'],
      severity: [null, '程度：error 关系不成立，warning 需人工查看，note 有解释', 'error, warning or note'],
      fiscal_year: ['year', '关系所属年度', 'year the relation belongs to'],
      concept: [null, '主要概念，见表 concepts', 'main concept, see table concepts'],
      concept_zh: [null, '概念的中文名称', 'Chinese name of the concept'],
      message: [
        null,
        '说明：哪里印了什么，应为多少，差多少',
        'what is printed where, what it should come to, the gap (Chinese)',
      ],
      message_en: [null, '英文说明', 'the same in English'],
      unit: [null, '三个数值的单位', 'unit of the three amounts'],
      expected: ['unit', '应有的数值，单位见 unit', 'what it should come to, in the unit of column unit'],
      printed: ['unit', '印出的数值，单位见 unit', 'what is printed, in the unit of column unit'],
      difference: ['unit', '相差多少，单位见 unit', 'the gap, in the unit of column unit'],
      locator: [null, '所涉数字的位置，最要紧的在前', 'where the figures involved are, most important first'],
    },
  },
  metrics: {
    zh: '每行一个比较指标值：指标、单位、口径、年度、项目',
    en: 'one row per metric × bureau × scope × fiscal year × project',
    columns: {
      ...BUREAU,
      ...SCOPE,
      ...YEAR,
      metric: [null, '指标标识', 'id of the metric'],
      value: [
        'unit',
        '指标值，单位见 unit；status 不是 ok 时为空',
        'value in the unit of column unit; NULL unless status is ok',
      ],
      unit: [
        null,
        '指标的单位：percent 百分数，CNY 元，persons 人，points 分',
        'percent, CNY, persons or points',
      ],
      basis: [
        null,
        '用了什么代替什么：预算种类、资金来源、人口年份',
        'what stood in for what: kind of budget, fund, year of population',
      ],
      status: [
        null,
        '状态：ok 有值，missing_numerator 缺分子，missing_denominator 缺分母，zero_denominator 分母为零，scope_mismatch 口径不同，suspect_input 输入存疑',
        'ok, missing_numerator, missing_denominator, zero_denominator, scope_mismatch or suspect_input',
      ],
      numerator: ['unit', '分子，以元、人等计', 'numerator, in yuan, persons …'],
      denominator: ['unit', '分母，以元、人等计', 'denominator, in yuan, persons …'],
      peer_group: [null, '所比较的同类组；不比较为空', 'peer group used; NULL where not compared'],
      peer_count: ['count', '同类组中有值的单位个数', 'bureaus of the peer group that have a value'],
      peer_median: ['unit', '同类组的中位数', 'median of the peer group'],
      rank: [
        'count',
        '在同类组中的名次；不足五个单位不排名',
        'rank in the peer group; only where there are five or more',
      ],
      percentile: ['percent', '在同类组中的百分位', 'percentile in the peer group'],
      reported_value: ['unit', '报告自己写的同一比率', 'the same rate as the report states it'],
      project: [
        null,
        '项目名称；不是项目指标为空',
        'project name; NULL where the metric is not about one project',
      ],
      metric_name_zh: [null, '指标的中文名称', 'Chinese name of the metric'],
      metric_name_en: [null, '指标的英文名称', 'English name of the metric'],
      formula: [null, '公式', 'formula'],
      family: [
        null,
        '指标类别，名称见表 metric_definitions',
        'family of metrics; its names are in table metric_definitions',
      ],
      direction: [
        null,
        '方向：more_is_better 越大越好，more_is_worse 越大越差，neither 无好坏',
        'more_is_better, more_is_worse or neither',
      ],
      metric_id: [
        null,
        '指标值的固定标识；输入见表 metric_inputs',
        'stable id of the value; its inputs are in table metric_inputs',
      ],
    },
  },
  documents: {
    zh: '每行一份曾见过的文件，被隔离的也在内',
    en: 'one row per document ever seen, quarantined ones included',
    columns: {
      ...DOCUMENT_ID,
      ...SOURCE_FILE,
      ...BUREAU,
      ...SCOPE,
      url: [null, '网址', 'URL'],
      sha256: [null, '内容的 SHA-256', 'SHA-256 of the bytes'],
      media_type: [null, '媒体类型', 'media type'],
      bytes: ['bytes', '大小', 'size'],
      pages: ['count', '页数；没有页的格式为空', 'pages; NULL where the format has none'],
      fiscal_year: ['year', '报告的年度', 'year of the report'],
      kind: KIND,
      title: [null, '标题', 'title'],
      state: STATE,
      state_code: [null, '状态的原因代码', 'code of the reason'],
      state_reason: [null, '状态的原因，中文', 'the reason in Chinese'],
      superseded_by: [null, '取代它的文件', 'the document that took its place'],
      first_seen_at: ['time', '首次见到的时间', 'when it was first in the input'],
      last_seen_at: [
        'time',
        '最近见到的时间；输入不变的运行只动这一列',
        'when it was last in the input; the one column that an unchanged run moves',
      ],
      relative_path: [null, '收件文件夹中的路径', 'path below the inbox'],
      published_on: ['date', '公布日期，来自清单', 'date of publication, from the manifest'],
      rules_version: [null, '读取它的规则版本', 'version of the rules that read it'],
      facts: ['count', '读到的事实个数', 'figures read'],
      claims: ['count', '读到的比率、增减等陈述个数', 'stated rates and changes read'],
      unclaimed: ['count', '没能读懂的数字个数', 'numbers that nobody could read'],
      unclaimed_money: ['count', '其中的金额个数', 'of these, amounts of money'],
    },
  },
  runs: {
    zh: '每行一次运行，被中断的也在内',
    en: 'one row per run of the pipeline, interrupted ones included',
    columns: {
      run_id: [null, '运行的序号', 'number of the run'],
      started_at: ['time', '开始时间', 'start'],
      finished_at: ['time', '结束时间；未结束为空', 'end; NULL if it did not end'],
      state: [
        null,
        '状态：running 运行中，finished 完成，failed 失败，interrupted 中断',
        'running, finished, failed or interrupted',
      ],
      documents_seen: ['count', '见到的文件个数', 'documents in the input'],
      documents_read: ['count', '新读取的文件个数', 'documents read in this run'],
      documents_failed: ['count', '未能读取的文件个数', 'documents that could not be read'],
      facts: ['count', '结束时事实的个数', 'facts at the end'],
      observations: ['count', '结束时观测的个数', 'observations at the end'],
      findings: ['count', '结束时发现的个数', 'findings at the end'],
    },
  },
  contested: {
    zh: '每行一个有争议的观测及其一个证据，支持的在前',
    en: 'one row per contested observation and witness, supporting ones first',
    columns: {
      ...KEY,
      ...OBSERVATION_ID,
      ...FACT_ID,
      ...PRINTED,
      ...PLACE,
      ...SOURCE_FILE,
      concept_zh: [null, '概念的中文名称', 'Chinese name of the concept'],
      unit: [null, '计量单位', 'unit'],
      accepted_value: [
        'unit',
        '观测所取的值，单位见 unit',
        'value of the observation, in the unit of column unit',
      ],
      role: [null, '此证据：supporting 支持，contradicting 反对', 'supporting or contradicting'],
      value: ['unit', '此证据所说的值，单位见 unit', 'what this witness says, in the unit of column unit'],
    },
  },
  unclaimed_numbers: {
    zh: '每行一个没有任何版式或规则能读懂的数字',
    en: 'one row per number that no layout or rule could read',
    columns: {
      ...DOCUMENT_ID,
      ...SOURCE_FILE,
      bureau_id: [null, '文件所属单位的标识', 'bureau of the document'],
      fiscal_year: ['year', '报告的年度', 'year of the report'],
      medium: MEDIUM,
      money: [null, '1 表示看来是金额', '1 where unit, header or format says that it is money'],
      text: [null, '数字原文', 'the number as printed'],
      context: [null, '所在句子，或表头与行名', 'the sentence, or header path and row label'],
      reason: [null, '为何没能读懂', 'why it could not be read'],
      locator: [null, '在文件的何处', 'where a person finds it'],
    },
  },
  coverage: {
    zh: '每行一个单位、口径、年度、种类与状态：有哪些公开，读到多少',
    en: 'one row per bureau × scope × year × kind × state',
    columns: {
      ...BUREAU,
      ...SCOPE,
      fiscal_year: ['year', '报告的年度；不明为空', 'year of the report; NULL if not known'],
      kind: KIND,
      state: STATE,
      documents: ['count', '文件个数', 'documents'],
      facts: ['count', '事实个数', 'figures read'],
      unclaimed: ['count', '没能读懂的数字个数', 'numbers that nobody could read'],
    },
  },
};
