/** Every metric, family by family. Table rows and documentation both come from these entries. */
import { change } from './families/change.ts';
import { execution } from './families/execution.ts';
import { honesty } from './families/honesty.ts';
import { perHead } from './families/per-head.ts';
import { structure } from './families/structure.ts';
import { threePublic } from './families/three-public.ts';
import type { Metric } from './metric.ts';

export const METRICS: readonly Metric[] = [
  ...execution,
  ...threePublic,
  ...perHead,
  ...structure,
  ...change,
  ...honesty,
];

const byId = new Map(METRICS.map((metric) => [metric.id, metric]));

export function metricById(id: string): Metric | null {
  return byId.get(id) ?? null;
}
