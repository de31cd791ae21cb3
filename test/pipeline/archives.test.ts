/** Offices publish whole sets of reports as one archive: its members are documents like any others. */
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inventedAccounts } from '../support/invented-reports.ts';
import { ask, documentStates, makePlace, type Place, runNight } from '../support/run-night.ts';

const reportOf = (bureau: string) => strToU8(inventedAccounts(bureau, 2024, { basic: 100, project: 20 }));

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => {
  place.remove();
});

async function statesAfterNight() {
  const summary = await runNight(place);
  return { summary, states: documentStates(place.data) };
}

it('reads every member as a document at the path of the archive and its own', async () => {
  const inner = zipSync({ '三.txt': reportOf('示例县审计局') });
  place.put(
    '决算.zip',
    zipSync({
      '一.txt': reportOf('示例县财政局'),
      '下级/二.txt': reportOf('示例县统计局'),
      'more.zip': inner,
    }),
  );
  const { states } = await statesAfterNight();
  expect(states.map(({ path, state }) => [path, state])).toEqual([
    ['决算.zip/more.zip/三.txt', 'extracted'],
    ['决算.zip/一.txt', 'extracted'],
    ['决算.zip/下级/二.txt', 'extracted'],
  ]);
});

it('quarantines the archive once for the members that could not be had, and reads the others', async () => {
  place.put(
    '混合.zip',
    zipSync({ '一.txt': reportOf('示例县财政局'), '炸弹.txt': new Uint8Array(30_000_000) }),
  );
  const { states } = await statesAfterNight();
  expect(states).toMatchObject([
    { path: '混合.zip', state: 'quarantined', code: 'zip_bomb', reason: expect.stringContaining('炸弹.txt') },
    { path: '混合.zip/一.txt', state: 'extracted' },
  ]);
});

it('reads nothing twice when the archive comes again, and withdraws what is no longer in it', async () => {
  place.put('决算.zip', zipSync({ '一.txt': reportOf('示例县财政局'), '二.txt': reportOf('示例县统计局') }));
  await runNight(place);
  expect(await runNight(place)).toMatchObject({ read: 0 });
  place.put('决算.zip', zipSync({ '一.txt': reportOf('示例县财政局') }));
  const { states } = await statesAfterNight();
  expect(states.find(({ path }) => path === '决算.zip/二.txt')).toMatchObject({ state: 'superseded' });
});

it('lets a row of the manifest that names the archive speak of its members', async () => {
  place.put(
    '决算.zip',
    zipSync({ '一.txt': strToU8(inventedAccounts('我单位', 2024, { basic: 9, project: 1 })) }),
  );
  place.put('manifest.csv', 'file,bureau\n决算.zip,示例县统计局\n');
  const { states } = await statesAfterNight();
  expect(states).toMatchObject([{ path: '决算.zip/一.txt', state: 'extracted' }]);
  expect(ask(place.data, 'SELECT bureau_name AS name FROM documents')).toEqual([{ name: '示例县统计局' }]);
});
