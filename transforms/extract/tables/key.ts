/** From a meaning to the key of a fact, or to the reason why it has none. */
import type { Meaning } from '../../layouts/layout.ts';
import { conceptById } from '../../vocabulary/concept.ts';
import type { FactKey, Phase } from '../fact.ts';
import { defaultPhase } from './meanings.ts';
import type { TableContext } from './table-context.ts';

/** The key, or the reason why the vocabulary has none. */
export function keyOf(meaning: Meaning, context: TableContext): FactKey | string {
  if (!meaning.concept) return '行列标签没有说明科目';
  const concept = conceptById(meaning.concept);
  const dimensions = concept.dimensions as readonly string[];
  if (meaning.functionCode && !dimensions.includes('function_code')) return '词汇表中该科目不按功能分类细分';
  if (meaning.economicCode && !dimensions.includes('economic_code')) return '词汇表中该科目不按经济分类细分';
  const phase = phaseOf(meaning, context, concept.unit);
  if (!phase) return '没有说明是预算数还是决算数';
  return {
    fiscalYear: meaning.fiscalYear ?? context.fiscalYear,
    concept: concept.id,
    phase,
    fund: dimensions.includes('fund') ? (meaning.fund ?? 'all') : 'all',
    functionCode: meaning.functionCode ?? null,
    economicCode: meaning.economicCode ?? null,
    project: dimensions.includes('project') ? (meaning.project ?? null) : null,
  };
}

const HELD = /^three_public\.vehicles_held$|^asset(\.|$)/;

function phaseOf(meaning: Meaning, context: TableContext, unit: string): Phase | null {
  const printed = meaning.phase ?? null;
  if (printed === null) return defaultPhase(context.disclosure) ?? (unit === 'CNY' ? null : 'actual');
  if (printed !== 'budget') return printed;
  // Every figure of a published budget is the budget as first approved; vehicles are kept, not budgeted.
  if (context.disclosure.kind === 'budget')
    return meaning.concept !== undefined && HELD.test(meaning.concept) ? 'actual' : 'original_budget';
  const threePublic = meaning.concept === 'three_public' || meaning.concept?.startsWith('three_public.');
  return threePublic ? (context.threePublicBudgetPhase ?? 'budget') : 'budget';
}
