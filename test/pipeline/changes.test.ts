import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCommand } from '../support/console.ts';
import { inventedAccounts } from '../support/invented-reports.ts';
import { ask, makePlace, type Place, runNight } from '../support/run-night.ts';

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

interface Change {
  run_id: number;
  kind: string;
  key: string;
  what: string;
  before_value: number | null;
  after_value: number | null;
  why: string;
}

const changesOf = (run: number) =>
  ask<Change>(place.data, `SELECT * FROM changes WHERE run_id = ${run} ORDER BY ordinal`);
const kindsOf = (run: number) => [...new Set(changesOf(run).map(({ kind }) => kind))];
const accounts = (project: number) => inventedAccounts('示例县财政局', 2024, { basic: 100, project });

it('the first run names the new documents and counts what they brought', async () => {
  place.put('2024.txt', accounts(20));
  await runNight(place);
  expect(kindsOf(1)).toEqual(['document_new']);
  const [row] = changesOf(1);
  expect(row!.what).toBe('2024.txt');
  expect(row!.after_value).toBe(
    ask<{ n: number }>(place.data, 'SELECT count(*) AS n FROM observations')[0]!.n,
  );
});

it('a run over unchanged input writes nothing', async () => {
  place.put('2024.txt', accounts(20));
  await runNight(place);
  await runNight(place);
  expect(changesOf(2)).toEqual([]);
});

it('a replaced document shows the figures and metrics that moved, from what to what, and why', async () => {
  place.put('2024.txt', accounts(20));
  await runNight(place);
  place.put('2024.txt', accounts(25));
  await runNight(place);
  expect(kindsOf(2)).toEqual(
    expect.arrayContaining(['document_new', 'document_replaced', 'observation_changed', 'metric_changed']),
  );
  const project = changesOf(2).find(({ what }) => what.startsWith('项目支出 · 决算数'));
  expect(project).toMatchObject({ kind: 'observation_changed', before_value: 200_000, after_value: 250_000 });
  expect(project!.why).toBe('新收录文件：2024.txt');
  const share = changesOf(2).find(({ what }) => what === '项目支出占比');
  expect(share!.after_value! > share!.before_value!).toBe(true);
  expect(changesOf(1).map(({ kind }) => kind)).toEqual(['document_new']);
});

it('a document that is gone takes its figures along, and says so', async () => {
  place.put('2024.txt', accounts(20));
  place.put('2023.txt', inventedAccounts('示例县财政局', 2023, { basic: 90, project: 30 }));
  await runNight(place);
  rmSync(`${place.inbox}/2023.txt`);
  await runNight(place);
  expect(kindsOf(2)).toEqual(expect.arrayContaining(['document_gone', 'observation_gone']));
  const gone = changesOf(2).filter(({ kind }) => kind === 'observation_gone');
  expect(new Set(gone.map(({ why }) => why))).toEqual(new Set(['文件被取代或不再收录：2023.txt']));
  expect(ask(place.data, `SELECT 种类 FROM 变化 WHERE 运行 = 2 AND 种类 = 'document_gone'`)).toHaveLength(1);
});

it('the command says what changed and why in the language that is asked for', async () => {
  place.put('2024.txt', accounts(20));
  await runNight(place);
  place.put('2024.txt', accounts(25));
  await runNight(place);
  const words = ['changes', '--data', place.data];
  const { out } = await runCommand(words, { language: 'en' });
  expect(out).toContain('project expenditure · actual');
  expect(out).toContain('a new document: 2024.txt');
  expect(out.replaceAll('示例县财政局', '')).not.toMatch(/\p{Script=Han}/u);
  const chinese = (await runCommand(words)).out;
  expect(chinese).toMatch(/项目支出 · 决算数/);
  expect(chinese).not.toMatch(/extracted|missing_|fund=/);
});
