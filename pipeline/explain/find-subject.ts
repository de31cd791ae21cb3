/** Which published quantity or metric a person means: its id, its Chinese name, a printed label, or a unique part. */
import { METRICS } from '../../transforms/metrics/index.ts';
import type { Metric } from '../../transforms/metrics/metric.ts';
import { normaliseLabel } from '../../transforms/parse/label.ts';
import { CONCEPTS, type Concept } from '../../transforms/vocabulary/concept.ts';
import { EXIT, Trouble } from '../exit-status.ts';

export type Subject = { is: 'concept'; concept: Concept } | { is: 'metric'; metric: Metric };

interface Named {
  id: string;
  names: readonly string[];
  subject: Subject;
}

const SHOWN_CANDIDATES = 10;

/** Throws a `Trouble` with candidates where none or several answer to `wanted`. */
export function findSubject(wanted: string): Subject {
  const label = normaliseLabel(wanted);
  const all = [...CONCEPTS.map(namedConcept), ...METRICS.map(namedMetric)];
  const meanings: readonly ((named: Named) => boolean)[] = [
    ({ id }) => id === wanted,
    ({ names }) => names[0] === label,
    ({ names }) => names.includes(label),
    ({ id, names }) => id.includes(wanted.toLowerCase()) || names.some((name) => name.includes(label)),
  ];
  for (const isMeant of meanings) {
    const found = all.filter(isMeant);
    if (found.length === 1) return found[0]!.subject;
    if (found.length > 1) throw ambiguous(wanted, found);
  }
  throw new Trouble(
    `没有科目或指标“${wanted}”。科目见 SELECT concept, name_zh FROM concepts；指标见 SELECT metric, name_zh FROM metric_definitions`,
    `No concept or metric "${wanted}". See SELECT concept, name_en FROM concepts and SELECT metric, name_en FROM metric_definitions`,
    EXIT.usage,
  );
}

function namedConcept(concept: (typeof CONCEPTS)[number]): Named {
  const { id, zh, labels }: Concept = concept;
  return { id, names: [zh, ...labels].map(normaliseLabel), subject: { is: 'concept', concept } };
}

function namedMetric(metric: Metric): Named {
  return { id: metric.id, names: [normaliseLabel(metric.zh)], subject: { is: 'metric', metric } };
}

function ambiguous(wanted: string, found: readonly Named[]): Trouble {
  const shown = found.slice(0, SHOWN_CANDIDATES).map(({ id, names }) => `${id}（${names[0]}）`);
  const list = shown.join('、') + (found.length > SHOWN_CANDIDATES ? ' …' : '');
  return new Trouble(
    `“${wanted}”可以指好几个，请用其中一个编号：${list}`,
    `"${wanted}" fits several, use one of the ids: ${list}`,
    EXIT.usage,
  );
}
