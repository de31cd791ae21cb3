/**
 * Reconciles and checks every bureau whose facts changed. A bureau that our rules cannot digest stays as it is,
 * marked stale, and is tried again the next night; the other bureaus never notice.
 */
import { setImmediate } from 'node:timers/promises';
import {
  loadBureauClaims,
  loadBureauRemarks,
  loadBureauScoreItems,
  loadBureauWitnesses,
} from '../warehouse/bureaus.ts';
import { type BureauResults, markAllStale, saveBureauResults, staleBureaus } from '../warehouse/results.ts';
import { recordStage } from '../warehouse/runs.ts';
import { readState, writeState } from '../warehouse/state.ts';
import type { Night } from './night.ts';
import { noteCorrections } from './note-corrections.ts';
import { stopIfAsked } from './stopping.ts';
import { isEnvironmental, requireSomeSuccess } from './systemic-failure.ts';

const JUDGED_BY = 'judged_by_rules';

/** Whether the results in the warehouse come from the rules of tonight. */
export function isJudgedByRules(warehouse: Night['warehouse'], rules: string): boolean {
  return readState(warehouse, JUDGED_BY) === rules;
}

/** Returns how many bureaus were judged. */
export async function judgeBureaus(night: Night): Promise<number> {
  const { run, warehouse, rules } = night;
  if (!isJudgedByRules(warehouse, rules.all)) markAllStale(warehouse);
  noteCorrections(night);
  const stale = staleBureaus(warehouse);
  if (stale.length > 0) run.progress.stage(run.say('核对单位', 'Checking bureaus'), stale.length);
  const judge = stale.length > 0 ? await loadJudge() : null;
  for (const bureauId of stale) {
    judgeOne(bureauId, night, judge!);
    run.progress.step(bureauId);
    // Lets a signal or a sign of life through between two bureaus.
    await setImmediate();
    stopIfAsked(run);
  }
  const messages = night.failures.filter(({ stage }) => stage === 'judge').map(({ message }) => message);
  requireSomeSuccess(['个单位', 'bureaus'], stale.length, messages);
  writeState(warehouse, JUDGED_BY, rules.all);
  return stale.length;
}

function judgeOne(bureauId: string, night: Night, judge: Judge): void {
  const began = night.run.milliseconds();
  let error: unknown = null;
  try {
    saveBureauResults(night.warehouse, bureauId, judge(bureauId, night));
  } catch (thrown) {
    if (isEnvironmental(thrown)) throw thrown;
    error = thrown;
    night.failures.push({
      stage: 'judge',
      what: bureauId,
      message: thrown instanceof Error ? thrown.message : String(thrown),
      detail: thrown instanceof Error ? (thrown.stack ?? null) : null,
    });
  }
  recordStage(night.warehouse, night.runId, {
    stage: `judge ${bureauId}`,
    documentId: null,
    state: error === null ? 'done' : 'failed',
    attempts: 1,
    durationMs: night.run.milliseconds() - began,
    error: error === null ? null : String(error),
  });
}

type Judge = (bureauId: string, night: Night) => BureauResults;

async function loadJudge(): Promise<Judge> {
  const [{ reconcileBureau }, { checkBureau }, { correct }, { asSettled, confirmOcr, isOcr, withCaution }] =
    await Promise.all([
      import('../transforms/reconcile/reconcile-bureau.ts'),
      import('../transforms/checks/check-bureau.ts'),
      import('../transforms/reconcile/correction.ts'),
      import('../transforms/reconcile/confirm-ocr.ts'),
    ]);
  return (bureauId, { warehouse, corrections }) => {
    const printed = loadBureauWitnesses(warehouse, bureauId);
    const ocr = confirmOcr(printed, corrections.corrections);
    const witnesses = ocr.accepted;
    // A recognised rate, score or remark has nothing that could confirm it.
    const claims = loadBureauClaims(warehouse, bureauId).filter((claim) => !isOcr(claim));
    const scoreItems = loadBureauScoreItems(warehouse, bureauId).filter((item) => !isOcr(item));
    const reconciled = reconcileBureau(witnesses);
    const remarks = loadBureauRemarks(warehouse, bureauId).filter((remark) => !isOcr(remark));
    const { findings, evaluations } = checkBureau(witnesses, claims, reconciled, scoreItems, remarks);
    const corrected = correct(asSettled(reconciled, ocr.settled), corrections.corrections);
    return {
      observations: corrected.observations,
      findings: [...withCaution(findings, witnesses, ocr.settled), ...corrected.findings, ...ocr.findings],
      evaluations,
    };
  };
}
