/**
 * How the visits of a night went, in the ledger of its run. A page that cannot be had looks just like a bureau that
 * published nothing: whoever reads in the morning is told once, and can look it up for as long as it lasts.
 */
import type { VisitReport } from '../sources/http/visit-work.ts';
import type { Warehouse } from '../warehouse/connect.ts';
import { recordStage } from '../warehouse/runs.ts';
import type { Fetched } from './fetch-bureaus.ts';
import type { Night } from './night.ts';

const STAGE = 'fetch';
// A site under reconstruction gives hundreds of troubles of one kind.
const RECORDED_TROUBLES = 20;

/** Returns what is new about it, in Chinese sentences: troubles of bureaus whose last visit had none, or of all of them. */
export function recordVisits({ visits, obtained }: Fetched, night: Night): string[] {
  const known = new Set(lastTroubles(night.warehouse).map(({ bureauId }) => bureauId));
  const troubled = visits.filter(({ troubles }) => troubles.length > 0);
  for (const visit of visits) {
    const hasTroubles = visit.troubles.length > 0;
    recordStage(night.warehouse, night.runId, {
      stage: `${STAGE} ${visit.bureauId ?? ''}`.trim(),
      documentId: null,
      state: hasTroubles ? 'failed' : 'done',
      attempts: 1,
      durationMs: 0,
      error: hasTroubles ? printTroubles(visit) : null,
    });
  }
  const [first] = troubled.flatMap(({ troubles }) => troubles);
  const isCutOff = obtained === 0 && visits.every(({ listingPages }) => listingPages === 0);
  if (first !== undefined && isCutOff && troubled.length > 1)
    return [
      `${troubled.length} 个单位的网页今晚一个也没有取到（如 ${printTrouble(first)}）：请检查网络和代理`,
    ];
  return troubled
    .filter(({ bureauId }) => !known.has(bureauId ?? ''))
    .map(({ bureauId, troubles }) => {
      const more = troubles.length > 1 ? ` 等 ${troubles.length} 处` : '';
      return `${bureauId ?? ''} 网页：${printTrouble(troubles[0]!)}${more}`.trim();
    });
}

export interface TroubledVisit {
  /** '' for addresses that nobody is registered with. */
  bureauId: string;
  /** How many addresses gave nothing. */
  places: number;
  /** The first of them; `reason` in Chinese. */
  url: string;
  code: string;
  reason: string;
}

/** Of the last run that visited anybody. */
export function lastTroubles({ sqlite }: Pick<Warehouse, 'sqlite'>): TroubledVisit[] {
  return sqlite
    .prepare<[], { bureauId: string; troubles: string }>(
      `SELECT ltrim(substr(stage, ${STAGE.length + 1})) AS bureauId, error AS troubles FROM run_stages
       WHERE state = 'failed' AND (stage = '${STAGE}' OR stage LIKE '${STAGE} %') AND run_id =
         (SELECT max(run_id) FROM run_stages WHERE stage = '${STAGE}' OR stage LIKE '${STAGE} %')
       ORDER BY stage`,
    )
    .all()
    .map(({ bureauId, troubles }) => ({ bureauId, ...readTroubles(troubles) }));
}

function printTroubles({ troubles }: VisitReport): string {
  const more = troubles.length > RECORDED_TROUBLES ? [`… ${troubles.length - RECORDED_TROUBLES}`] : [];
  return [...troubles.slice(0, RECORDED_TROUBLES).map(printTrouble), ...more].join('\n');
}

/** What `printTroubles` printed. */
function readTroubles(printed: string): Omit<TroubledVisit, 'bureauId'> {
  const lines = printed.split('\n');
  const [, url = lines[0]!, code = '', reason = ''] = TROUBLE.exec(lines[0]!) ?? [];
  const more = MORE.exec(lines.at(-1)!)?.[1];
  return { places: more === undefined ? lines.length : lines.length - 1 + Number(more), url, code, reason };
}

/** `http://…/index.html [not_found] 网页不存在` */
const TROUBLE = /^(\S+) \[(\w+)\] (.*)$/;
const MORE = /^… (\d+)$/;

function printTrouble({ url, code, reason }: VisitReport['troubles'][number]): string {
  return `${url} [${code}] ${reason}`;
}
