/** What the columns of a diagnosis are called, and what their values mean, for people. */
import { choiceInWords } from '../reports/choice-words.ts';
import { numberReasonInEnglish } from '../reports/number-reasons.ts';
import { placeInWords } from '../reports/place-words.ts';
import {
  DOCUMENT_STATE_WORDS,
  FUND_WORDS,
  KIND_WORDS,
  METRIC_STATUS_WORDS,
  OBSERVATION_STATUS_WORDS,
  PHASE_WORDS,
  SCOPE_WORDS,
  SEVERITY_WORDS,
} from '../reports/words.ts';
import { METRICS } from '../transforms/metrics/index.ts';
import { CONCEPTS } from '../transforms/vocabulary/concept.ts';

type Pair = readonly [zh: string, en: string];
type Words<Member extends string> = Readonly<Record<Member, Pair>>;

export const COLUMN_WORDS: Readonly<Record<string, Pair>> = {
  attempts: ['次数', 'attempts'],
  bureau_id: ['单位编号', 'bureau id'],
  bureau_name: ['单位', 'bureau'],
  bytes: ['字节', 'bytes'],
  check_name: ['核对项', 'check'],
  code: ['代码', 'code'],
  concept_zh: ['指标', 'concept'],
  context: ['上下文', 'context'],
  document_id: ['文件编号', 'document id'],
  duration_ms: ['用时（毫秒）', 'milliseconds'],
  error: ['出错', 'error'],
  evidence: ['依据', 'evidence'],
  example: ['例', 'example'],
  facts: ['数据', 'facts'],
  first_at: ['首次见于', 'first at'],
  first_seen_at: ['首次见到', 'first seen'],
  fiscal_year: ['年度', 'year'],
  formula: ['公式', 'formula'],
  fund: ['资金', 'fund'],
  kind: ['种类', 'kind'],
  last_seen_at: ['最近见到', 'last seen'],
  locator: ['位置', 'where'],
  media_type: ['格式', 'media type'],
  medium: ['出处', 'medium'],
  message: ['内容', 'message'],
  metric: ['指标', 'metric'],
  money: ['是否金额', 'money'],
  n: ['序号', 'n'],
  numbers: ['数字个数', 'numbers'],
  observations: ['采信值', 'observations'],
  pages: ['页数', 'pages'],
  phase: ['阶段', 'phase'],
  reason: ['原因', 'reason'],
  region_code: ['区划代码', 'region code'],
  registered_unit: ['登记的常用单位', 'usual unit in the registry'],
  relative_path: ['文件', 'document'],
  rule: ['版式', 'layout'],
  run_id: ['运行', 'run'],
  scope: ['口径', 'scope'],
  severity: ['程度', 'severity'],
  stage: ['环节', 'stage'],
  started_at: ['开始', 'started'],
  state: ['状态', 'state'],
  state_code: ['原因代码', 'reason code'],
  state_reason: ['原因', 'reason'],
  status: ['状态', 'status'],
  superseded_by: ['被取代于', 'superseded by'],
  text: ['数字', 'number'],
  title: ['标题', 'title'],
  unclaimed: ['未读懂', 'not understood'],
  unit: ['单位制', 'unit'],
  url: ['网址', 'address'],
  use: ['去向', 'use'],
  value: ['值', 'value'],
  years: ['年度', 'years'],
};

const STAGE_STATES: Words<'done' | 'failed' | 'skipped'> = {
  done: ['完成', 'done'],
  failed: ['失败', 'failed'],
  skipped: ['跳过', 'skipped'],
};
const STAGES: Words<string> = {
  obtain: ['取得', 'obtain'],
  read: ['读取', 'read'],
  recognise: ['识别', 'recognise'],
  extract: ['提取', 'extract'],
  save: ['保存', 'save'],
};
const USES: Words<'claimed' | 'ignored' | 'unclaimed'> = {
  claimed: ['已采用', 'claimed'],
  ignored: ['不采用', 'ignored'],
  unclaimed: ['未读懂', 'not understood'],
};
const MEDIA: Words<'table' | 'prose'> = { table: ['表格', 'table'], prose: ['正文', 'prose'] };

/** Column → its values in words; what is not among them is shown as it is. */
const VALUE_WORDS: Readonly<Record<string, Words<string>>> = {
  fund: FUND_WORDS,
  kind: KIND_WORDS,
  medium: MEDIA,
  phase: PHASE_WORDS,
  scope: SCOPE_WORDS,
  severity: SEVERITY_WORDS,
  stage: STAGES,
  state: { ...STAGE_STATES, ...DOCUMENT_STATE_WORDS },
  status: { ...METRIC_STATUS_WORDS, ...OBSERVATION_STATUS_WORDS },
  use: USES,
};

/** Column → its texts in English, where they are put together from known words. */
const ENGLISH: Readonly<Record<string, (text: string) => string | undefined>> = {
  concept_zh: (text) => CONCEPTS.find(({ zh }) => zh === text)?.en,
  formula: (text) => METRICS.find(({ formula }) => formula === text)?.formulaEn,
  locator: (text) => placeInWords(text, 'en'),
  metric: (text) => METRICS.find(({ zh }) => zh === text)?.en,
  reason: (text) => numberReasonInEnglish(text) ?? choiceInWords(text, 'en'),
};

export function valueInWords(column: string, value: string): Pair {
  return VALUE_WORDS[column]?.[value] ?? [value, ENGLISH[column]?.(value) ?? value];
}
