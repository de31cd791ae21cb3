import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readInPlace } from '../../pipeline/read-in-place.ts';
import type { ReadingPool } from '../../pipeline/reading-pool.ts';
import { writeCsv } from '../../pipeline/review/csv.ts';
import { type Ended, runCommand } from '../support/console.ts';
import { inventedAccounts } from '../support/invented-reports.ts';
import { ask, makePlace, type Place, runNight } from '../support/run-night.ts';

const BUREAU = '示例县财政局';
const text = inventedAccounts(BUREAU, 2024, { basic: 300.15, project: 212.25 });
// The sentence says one thing and the tables another.
const contradicting = text.replaceAll('项目支出212.25万元', '项目支出221.25万元');

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

type Question = Record<string, string>;

async function questions(): Promise<Question[]> {
  const out = join(place.folder, 'review.csv');
  await runCommand(['review', '--data', place.data, '--out', out]);
  expect(readFileSync(out, 'utf8').startsWith('\uFEFF')).toBe(true);
  return parse(readFileSync(out), { columns: true, bom: true });
}

async function answer(asked: readonly Question[], reply: (question: Question) => string): Promise<Ended> {
  const file = join(place.folder, 'answered.csv');
  const rows = asked.map((question) => ({ ...question, answer: reply(question) }));
  writeFileSync(file, writeCsv(Object.keys(rows[0]!), rows));
  return runCommand(['review', '--data', place.data, '--in', file]);
}

const projects = () =>
  ask(
    place.data,
    `SELECT value, status FROM observations WHERE concept = 'expenditure.project' AND function_code IS NULL
       AND fund = 'all'`,
  );

describe('a review', () => {
  it('asks what is contested, takes the answer, and asks again when the document says something else', async () => {
    place.put('a.txt', contradicting);
    await runNight(place);
    expect(projects()).toEqual([{ value: 2_122_500, status: 'contested' }]);
    const asked = await questions();
    const contested = asked.filter(
      ({ kind, concept }) => kind === 'contested' && concept === 'expenditure.project',
    );
    expect(contested).toHaveLength(1);
    expect(contested[0]).toMatchObject({ value: '2122500', unit: 'CNY', file: 'a.txt' });

    expect((await answer(contested, () => '更正 212.26万元')).status).toBe(0);
    expect((await questions()).map(({ item }) => item)).not.toContain(contested[0]!.item);
    await runNight(place);
    expect(projects()).toEqual([{ value: 2_122_600, status: 'corrected' }]);

    place.put('a.txt', contradicting.replaceAll('212.25', '213.25').replaceAll('512.40', '513.40'));
    await runNight(place);
    expect(projects()).toEqual([{ value: 2_132_500, status: 'contested' }]);
    expect((await questions()).map(({ item }) => item)).toContain(contested[0]!.item);
    expect(ask(place.data, `SELECT check_name FROM findings WHERE check_name LIKE 'correction.%'`)).toEqual([
      { check_name: 'correction.stale' },
    ]);
  });

  it('gives an unidentified document its bureau, and these bytes alone', async () => {
    place.put('b.txt', text.replaceAll(BUREAU, '本单位'));
    await runNight(place);
    const asked = (await questions()).filter(({ kind }) => kind === 'unidentified');
    expect(asked).toHaveLength(1);
    await answer(asked, () => 'bureau 示例县档案局 630223');
    await runNight(place);
    expect(ask(place.data, 'SELECT bureau_name, region_code FROM documents')).toEqual([
      { bureau_name: '示例县档案局', region_code: '630223' },
    ]);
  });

  it('refuses answers to what it did not ask, or asked about something else', async () => {
    place.put('a.txt', contradicting);
    await runNight(place);
    const asked = await questions();
    const unknown = await answer(asked, ({ kind }) => (kind === 'contested' ? 'perhaps' : ''));
    expect(unknown.status).toBe(1);
    expect(unknown.err).toContain('读不懂答复“perhaps”');
    const altered = asked.map((question) => ({ ...question, digest: '0000' }));
    const stale = await answer(altered, () => 'accept');
    expect(stale.status).toBe(1);
    expect(stale.err).toContain('已经改变');
  });
});

/** Every figure of a table or sentence was recognised in a picture. */
function scanned(): ReadingPool {
  const pool = readInPlace();
  return {
    ...pool,
    async read(job) {
      const reading = await pool.read(job);
      if (reading.state !== 'extracted') return reading;
      const facts = reading.extraction.facts.map((fact) => ({
        ...fact,
        location: { ...fact.location, ocr: true as const },
      }));
      return { ...reading, extraction: { ...reading.extraction, facts } };
    },
  };
}

describe('a review of figures recognised in a picture', () => {
  const night = () => runNight(place, { openReaders: scanned });
  const threePublic = () =>
    ask(
      place.data,
      `SELECT concept, value, status FROM observations WHERE concept IN ('three_public', 'three_public.reception')
         ORDER BY concept`,
    );
  const asked = async () => (await questions()).filter(({ kind }) => kind === 'ocr');
  const about = async (concept: string) => (await asked()).filter((question) => question.concept === concept);
  const yes = () => '确认';

  it('publishes what a person confirms, keeps it over a new reading, and asks again of another document', async () => {
    place.put('a.txt', text);
    await night();
    expect(threePublic()).toEqual([]);
    // Basic and project expenditure add up to their total: nobody is asked about them.
    expect(await about('expenditure.project')).toEqual([]);
    expect(await about('three_public')).toMatchObject([{ value: '12000', unit: 'CNY', file: 'a.txt' }]);

    expect((await answer(await about('three_public'), yes)).status).toBe(0);
    expect(await about('three_public')).toEqual([]);
    await night();
    // The one part that is not zero is confirmed with the total.
    const confirmed = [
      { concept: 'three_public', value: 12_000, status: 'accepted' },
      { concept: 'three_public.reception', value: 12_000, status: 'accepted' },
    ];
    expect(threePublic()).toEqual(confirmed);
    const [row] = ask<{ reason: string }>(
      place.data,
      `SELECT reason FROM observation_rows WHERE concept = 'three_public'`,
    );
    expect(row!.reason).toMatch(/人工对照原件/);

    rmSync(join(place.data, 'warehouse.db'));
    await night();
    expect(threePublic()).toEqual(confirmed);
    expect(await about('three_public')).toEqual([]);

    place.put('a.txt', text.replaceAll('1.20万元', '1.30万元'));
    await night();
    expect(threePublic()).toEqual([]);
    expect(await about('three_public')).toMatchObject([{ value: '13000' }]);
  });

  it('takes the figure that a person reads in the picture instead', async () => {
    place.put('a.txt', text);
    await night();
    expect((await answer(await about('three_public.reception'), () => '更正 1.26万元')).status).toBe(0);
    await night();
    expect(threePublic()).toEqual([
      { concept: 'three_public.reception', value: 12_600, status: 'corrected' },
    ]);
    expect(ask(place.data, `SELECT check_name FROM findings WHERE severity = 'error'`)).toEqual([]);
  });
});

describe('the quality of what was read', () => {
  it('is told per document and per bureau, and explain shows the relations of a figure', async () => {
    place.put('a.txt', contradicting);
    await runNight(place);
    const [bureau, document] = ask<Record<string, number | string>>(
      place.data,
      'SELECT * FROM data_quality ORDER BY grain',
    );
    expect(bureau).toMatchObject({ grain: 'bureau', bureau_name: BUREAU, fiscal_year: null });
    expect(document).toMatchObject({ grain: 'document', fiscal_year: 2024, source_file: 'a.txt' });
    for (const row of [bureau!, document!]) {
      expect(row).toMatchObject({ errors: expect.any(Number), tables_present: 1, tables_expected: 9 });
      expect(Number(row.held) + Number(row.rounding) + Number(row.failed)).toBe(row.evaluated);
      expect(row.failed).toBeGreaterThan(0);
    }
    const words = ['explain', BUREAU, '2024', 'expenditure.project', '--fund', 'all', '--data', place.data];
    const { out } = await runCommand(words);
    expect(out).toMatch(/参与的关系：\n\s+不成立 \[witnesses\.disagree\]/);
    expect(out).toMatch(/成立 \[expenditure\.parts_sum\] .+：512\.40万元、300\.15万元、212\.25万元/);
  });
});

describe('a file of corrections', () => {
  const header =
    'bureau,scope,fiscal_year,concept,phase,fund,function_code,economic_code,project,value,unit,reason,evidence,author,expect\n';
  const row = (value: string) =>
    `${BUREAU},部门,2024,expenditure.project,actual,,,,,${value},万元,漏计一笔,第3页,张三,212.25\n`;

  it('in the inbox is used without being named, and judges again only the bureaus it names', async () => {
    place.put('a.txt', text);
    place.put('c.txt', inventedAccounts('示例县民政局', 2024, { basic: 10, project: 20 }));
    await runNight(place);
    place.put('corrections.csv', header + row('212.27'));
    await runNight(place);
    const judged = ask(
      place.data,
      `SELECT stage FROM run_stages WHERE run_id = (SELECT max(run_id) FROM run_rows) AND stage LIKE 'judge %'`,
    );
    expect(judged).toHaveLength(1);
    expect(ask(place.data, `SELECT value FROM observations WHERE status = 'corrected'`)).toEqual([
      { value: 2_122_700 },
    ]);
    place.put('corrections.csv', header);
    await runNight(place);
    expect(ask(place.data, `SELECT value FROM observations WHERE status = 'corrected'`)).toEqual([]);
  });

  it('is proposed for a unit error, and not applied before somebody signs it', async () => {
    place.put('a.txt', text.replaceAll('项目支出212.25万元', '项目支出2122500万元'));
    await runNight(place);
    const { out: proposal } = await runCommand(['findings', '--propose', '--data', place.data]);
    expect(proposal).toContain(
      'expenditure.project,actual,all,,,,2122500,CNY,元与万元混用：另一处印为2122500万元',
    );
    place.put('corrections.csv', proposal);
    const { failures } = await runNight(place);
    expect(failures.map(({ message }) => message)).toEqual([
      'corrections.csv 第2行 author：不能为空：谁改的，读到“”',
    ]);
    place.put('corrections.csv', proposal.replace(',,2122500\r', ',张三,2122500\r'));
    await runNight(place);
    expect(projects()).toEqual([{ value: 2_122_500, status: 'corrected' }]);
  });

  it('with a slip is told, and the slip changes nothing', async () => {
    place.put('a.txt', text);
    place.put('corrections.csv', header + row('约212'));
    const { failures } = await runNight(place);
    expect(failures.map(({ message }) => message)).toEqual([
      'corrections.csv 第2行 value：应为数字，如 1234.50，读到“约212”',
    ]);
  });
});

describe('the CSV that goes to a spreadsheet', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-2+3', "'-2+3"],
    ['-2.5', '-2.5'],
    ['a,"b"', '"a,""b"""'],
  ])('%s is written as %s', (cell, written) => {
    expect(writeCsv(['x'], [{ x: cell }])).toBe(`\uFEFFx\r\n${written}\r\n`);
  });
});
