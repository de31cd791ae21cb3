/** One rule about points, applied once. */
import type { Evaluation } from './evaluation.ts';
import type { Finding } from './finding.ts';

export interface ScoreResult {
  readonly evaluation: Evaluation;
  readonly finding: Finding | null;
}
