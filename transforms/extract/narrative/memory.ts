/** What the document has said so far: "比上年减少0.3万元" needs the figure of this year, "完成预算" the budget it means. */
import { type Fact, type FactKey, type Phase, printKey } from '../fact.ts';

export interface Memory {
  remember(fact: Fact): void;
  /** The latest figure of a key; null where the prose has not given one. */
  recall(key: FactKey): Fact | null;
  /** Which budget the text last spoke of for this key, whatever the key's own phase; null where none. */
  budgetPhase(key: FactKey): Phase | null;
}

export function newMemory(): Memory {
  const latest = new Map<string, Fact>();
  const budgets = new Map<string, Phase>();
  return {
    remember(fact) {
      latest.set(printKey(fact), fact);
      if (fact.phase !== 'actual') budgets.set(withoutPhase(fact), fact.phase);
    },
    recall: (key) => latest.get(printKey(key)) ?? null,
    budgetPhase: (key) => budgets.get(withoutPhase(key)) ?? null,
  };
}

const withoutPhase = (key: FactKey): string => printKey({ ...key, phase: 'actual' });
