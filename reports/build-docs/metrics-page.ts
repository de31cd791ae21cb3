/** docs/metrics.md: every metric as its definition says it, in Chinese and English. */
import { METRICS } from '../../transforms/metrics/index.ts';
import { FAMILIES, type Metric } from '../../transforms/metrics/metric.ts';
import { conceptById } from '../../transforms/vocabulary/concept.ts';
import { DIRECTION_WORDS, METRIC_STATUS_REASONS, METRIC_UNIT_WORDS } from '../words.ts';
import { GENERATED } from './generated.ts';

export function printMetricsPage(): string {
  return `# 指标 · Metrics

${GENERATED}

A 决算数 actual · B0 年初预算数 original budget · B1 全年（调整）预算数 adjusted budget · B 未说明种类的预算数 a budget whose kind is not stated. 同样的内容在数据仓库视图 \`metric_definitions\`。The same is in the view \`metric_definitions\`.

没有值的原因 Why a value is missing (\`status\`):

${statuses()}

同类组的汇总（视图 \`peer_groups\`、\`同类汇总\`）有两种：总额之比与比率中位数；组内有值单位不足 80% 时为空，覆盖率总是列出。Aggregates of peer groups are given as the ratio of sums and the median of ratios, empty below 80% coverage, with the coverage always beside them.

${FAMILIES.map(({ id, zh, en }) =>
  familyPart(
    `${zh} · ${en}`,
    METRICS.filter((metric) => metric.family === id),
  ),
).join('\n')}`;
}

function statuses(): string {
  return Object.entries(METRIC_STATUS_REASONS)
    .map(([status, [zh, en]]) => `- \`${status}\`：${zh}。${en}.`)
    .join('\n');
}

function familyPart(title: string, metrics: readonly Metric[]): string {
  return `## ${title}\n\n${metrics.map(metricPart).join('\n')}`;
}

function metricPart(metric: Metric): string {
  const [unitZh, unitEn] = METRIC_UNIT_WORDS[metric.unit];
  const [directionZh, directionEn] = DIRECTION_WORDS[metric.direction];
  const inputs = metric.inputs.map((id) => `${conceptById(id).zh} \`${id}\``);
  return `### ${metric.zh} · ${metric.en}

\`${metric.id}\`

- 公式 formula：${metric.formula}
  - ${metric.formulaEn}
- 计量 unit：${unitZh === unitEn ? unitZh : `${unitZh} ${unitEn}`}；取向 direction：${directionZh} ${directionEn}；${metric.ranked ? '参加排名 ranked' : '不排名 not ranked'}
- 用到 inputs：${inputs.length === 0 ? '识读与校验的计数 counts of reading and checking' : inputs.join('、')}
- 注意 caveats：${metric.caveats}
  - ${metric.caveatsEn}
- 出处 references：${metric.references.join('；')}
`;
}
