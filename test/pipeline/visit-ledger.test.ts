/** What the morning hears of visits: what is new once, what lasts as long as it lasts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Night } from '../../pipeline/night.ts';
import { lastTroubles, recordVisits } from '../../pipeline/visit-ledger.ts';
import type { VisitReport } from '../../sources/http/visit-work.ts';
import { openWarehouse, type Warehouse } from '../../warehouse/connect.ts';
import { startRun } from '../../warehouse/runs.ts';

let warehouse: Warehouse;
let day = 0;
beforeEach(async () => {
  warehouse = await openWarehouse(':memory:');
});
afterEach(() => warehouse.close());

const GONE = { url: 'http://a.example/', code: 'not_found', reason: '网页不存在' };

/** A visit to this bureau; `troubles` of it, beside a list that was read. */
function visitTo(bureauId: string, troubles: number, listingPages = 1): VisitReport {
  return { bureauId, listingPages, obtained: 0, unchanged: 3, troubles: Array(troubles).fill(GONE) };
}

function night(...visits: VisitReport[]): string[] {
  day += 1;
  const runId = startRun(warehouse, new Date(Date.UTC(2025, 8, day)).toISOString());
  const obtained = visits.reduce((sum, visit) => sum + visit.obtained, 0);
  const troubles = visits.reduce((sum, visit) => sum + visit.troubles.length, 0);
  return recordVisits({ visits, obtained, unchanged: 0, troubles }, { warehouse, runId } as Night);
}

const troubled = () => lastTroubles(warehouse).map(({ bureauId }) => bureauId);

describe('troubles at a site', () => {
  it('are news on the first night, known as long as they last, and news again when they are back', () => {
    expect(night(visitTo('甲', 2), visitTo('乙', 0))).toEqual([
      '甲 网页：http://a.example/ [not_found] 网页不存在 等 2 处',
    ]);
    expect(night(visitTo('甲', 1), visitTo('乙', 0))).toEqual([]);
    expect(troubled()).toEqual(['甲']);
    expect(night(visitTo('甲', 0), visitTo('乙', 0))).toEqual([]);
    expect(troubled()).toEqual([]);
    expect(night(visitTo('甲', 1), visitTo('乙', 0))).toHaveLength(1);
  });

  it('are kept through nights that ask nobody', () => {
    night(visitTo('甲', 1));
    expect(night()).toEqual([]);
    expect(night(visitTo('甲', 1))).toEqual([]);
  });

  it('at all of them are one sentence, every night: it is not the sites', () => {
    const all = [visitTo('甲', 1, 0), visitTo('乙', 1, 0), visitTo('丙', 1, 0)];
    for (const _ of [1, 2]) expect(night(...all)).toEqual([expect.stringMatching(/^3 个单位.*网络和代理$/)]);
    expect(troubled()).toEqual(['丙', '乙', '甲'].sort());
  });

  it('are counted, hundreds of them too, and the first is told', () => {
    for (const count of [1, 20, 21, 300]) {
      night(visitTo('甲', count));
      expect(lastTroubles(warehouse)).toEqual([{ bureauId: '甲', places: count, ...GONE }]);
    }
  });

  it('of hundreds leave a short record', () => {
    night(visitTo('甲', 300));
    const recorded = warehouse.sqlite.prepare<[], string>('SELECT error FROM run_stages').pluck().all();
    expect(recorded.at(-1)!.split('\n')).toHaveLength(21);
  });
});
