import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { whyInWords } from '../../../reports/change-words.ts';
import type { SiteIndex, Tables } from '../../../reports/site/data.ts';
import { keyOf } from '../../../reports/site/files.ts';
import { inertJson, pack, printTables } from '../../../reports/site/packed.ts';
import { archiveLink } from '../../../reports/site/read-documents.ts';
import { quantile, spreadOf } from '../../../reports/site/spread.ts';
import { writeSite } from '../../../reports/site/write-site.ts';
import type { Warehouse } from '../../../warehouse/connect.ts';
import { inventedWarehouse } from '../invented-warehouse.ts';
import { books, findings, HOSTILE_QUOTE, idOf, SCRIPT_NAME } from './invented-books.ts';
import { lastingFolder } from './lasting-folder.ts';
import { dataFiles, type Row, readIndexOf, rowsIn, unpacked } from './read-site.ts';
import { CHANGED, OWING, secondNight } from './second-night.ts';

const place = lastingFolder();
const folder = join(place, 'out', 'site');
let warehouse: Warehouse;
let index: SiteIndex;

beforeAll(async () => {
  warehouse = await inventedWarehouse(books(), findings(), join(place, 'warehouse.db'));
  warehouse.sqlite.exec(`
    INSERT INTO peer_group_rows (metric, scope, fiscal_year, peer_group, ground, unit, members, with_value, coverage,
      numerator_sum, denominator_sum, ratio_of_sums, median_of_ratios)
    VALUES ('three_public.per_staff', 'department', 2024, 'county|财政局|*|*; widened=2', '', 'CNY', 9, 9, 100,
        900, 3, 300, 310.5),
      ('three_public.per_staff', 'department', 2023, 'county|财政局|*|*; widened=2', '', 'CNY', 9, 5, 55.56,
        NULL, NULL, NULL, NULL);
    INSERT INTO bureau_breaks (bureau_id, scope, fiscal_year, note)
    VALUES ('${idOf('示例甲县财政局')}', 'department', 2023, '区划变更')`);
  await writeSite(warehouse, folder);
  index = readIndexOf(folder);
});

const ask = (sql: string) => warehouse.sqlite.prepare<[], Row>(sql).all();
const filesOf = (column: string) => unpacked(index.bureaus).flatMap((bureau) => bureau[column] as string[]);

describe('the data of the site', () => {
  it('holds every observation with its value, printed words, place and reason', () => {
    const shown = new Map(rowsIn(folder, filesOf('files'), 'observations').map((row) => [row.id, row]));
    const stored = ask(
      `SELECT o.*, f.printed, f.printed_unit FROM observations o JOIN facts f USING (fact_id)`,
    );
    expect(shown.size).toBe(stored.length);
    for (const row of stored) {
      expect(shown.get(row.observation_id)).toMatchObject({
        value: row.value,
        unit: row.unit,
        year: row.fiscal_year,
        concept: row.concept,
        phase: row.phase,
        fund: row.fund,
        scope: row.scope,
        quote: row.quote,
        locator: row.locator,
        reason: row.reason,
        printed: row.printed,
        document: row.document_id,
      });
    }
  });

  it.each([
    ['by bureau', () => rowsIn(folder, filesOf('files'), 'metrics')],
    [
      'by metric',
      () =>
        rowsIn(
          folder,
          index.metrics.flatMap((metric) => metric.files.flatMap((one) => one.files)),
          'metrics',
        ),
    ],
  ])('holds every metric value of the warehouse %s, gaps as gaps', (_, read) => {
    const shown = new Map(read().map((row) => [row.id, row]));
    const stored = ask('SELECT * FROM metrics');
    expect(shown.size).toBe(stored.length);
    expect(stored.some((row) => row.value === null)).toBe(true);
    for (const row of stored) {
      expect(shown.get(row.metric_id)).toMatchObject({
        bureau: keyOf(String(row.bureau_id)),
        metric: row.metric,
        scope: row.scope,
        year: row.fiscal_year,
        value: row.value,
        status: row.status,
        numerator: row.numerator,
        denominator: row.denominator,
        peerCount: row.peer_count,
        peerMedian: row.peer_median,
        rank: row.rank,
        percentile: row.percentile,
        reported: row.reported_value,
        basis: row.basis,
      });
    }
  });

  it('holds what every peer group comes to', () => {
    const files = index.metrics.flatMap((metric) => metric.files.flatMap((one) => one.files));
    const shown = rowsIn(folder, files, 'groups').map((row) => [
      row.peerGroup,
      row.ratioOfSums,
      row.medianOfRatios,
    ]);
    const stored = ask('SELECT peer_group, ratio_of_sums, median_of_ratios FROM peer_groups');
    expect(stored).toHaveLength(2);
    expect(shown.map(String).sort()).toEqual(
      stored.map((row) => String([row.peer_group, row.ratio_of_sums, row.median_of_ratios])).sort(),
    );
  });

  it('says from which year on a bureau is not what it was', () => {
    expect(rowsIn(folder, filesOf('files'), 'breaks')).toEqual([
      { scope: 'department', year: 2023, note: '区划变更' },
    ]);
  });

  it('leads every metric value to the observations it was computed from', () => {
    const shown = rowsIn(folder, filesOf('files'), 'inputs').map((row) => `${row.metric} ${row.observation}`);
    const stored = ask('SELECT metric_id, observation_id FROM metric_inputs');
    expect(shown.sort()).toEqual(stored.map((row) => `${row.metric_id} ${row.observation_id}`).sort());
  });

  it('holds every finding with the words it points at', () => {
    const files = index.findings.flatMap((one) => one.files);
    const shown = rowsIn(folder, files, 'findings');
    expect(shown.map((row) => row.id).sort()).toEqual(['finding-0', 'finding-1']);
    expect(shown.find((row) => row.id === 'finding-0')).toMatchObject({ expected: 45_000, printed: 46_000 });
    expect(rowsIn(folder, files, 'places').map((row) => row.quote)).toContain(HOSTILE_QUOTE);
  });

  it('compares only what has one scope, year and basis, and says how the values spread', () => {
    const cells = index.metrics.flatMap((metric) => unpacked(metric.cells));
    expect(cells.length).toBeGreaterThan(10);
    for (const metric of index.metrics) {
      for (const cell of unpacked(metric.cells)) {
        const values =
          ask(`SELECT value, basis FROM metrics WHERE metric = '${metric.id}' AND scope = '${cell.scope}'
          AND fiscal_year = ${cell.year} AND value IS NOT NULL AND project IS NULL ORDER BY value`)
            .filter((row) => groundOf(String(row.basis)) === cell.ground)
            .map((row) => row.value as number);
        const middle =
          (values[Math.floor((values.length - 1) / 2)]! + values[Math.ceil((values.length - 1) / 2)]!) / 2;
        expect(cell).toMatchObject({ count: values.length, least: values[0], most: values.at(-1) });
        expect(cell.median).toBeCloseTo(middle, 9);
      }
    }
  });

  it('knows bureaus by name, place and what they published', () => {
    const first = unpacked(index.bureaus).find((bureau) => bureau.id === idOf('示例甲县财政局'));
    expect(first).toMatchObject({
      name: '示例甲县财政局',
      type: '财政局',
      tier: 'county',
      scopes: ['department', 'unit'],
      years: [2022, 2023, 2024],
      errors: 1,
    });
  });

  it('names a renamed bureau by its last name, and lists no body for what names nobody and was not read', async () => {
    const own = lastingFolder();
    const other = await inventedWarehouse(books(), [], join(own, 'warehouse.db'));
    const id = idOf('示例甲县财政局');
    for (const table of ['observation_rows', 'metric_rows', 'disclosures']) {
      other.sqlite.exec(
        `UPDATE ${table} SET bureau_name = '龙门县财政局' WHERE bureau_id = '${id}' AND fiscal_year < 2024`,
      );
    }
    other.sqlite.exec(`
      INSERT INTO document_rows (document_id, sha256, source_file, relative_path, media_type, bytes, state, state_code,
          state_reason)
        VALUES ('d-nobodys', '${'0'.repeat(64)}', '说明.txt', '说明.txt', 'text/plain', 1, 'quarantined',
          'not_a_report', '不像报告');
      INSERT INTO disclosures (document_id, bureau_id, scope, kind, evidence)
        VALUES ('d-nobodys', 'unidentified-nobodys', 'department', 'unknown', '[]');
      INSERT INTO sightings SELECT 'd-nobodys', first_seen_at, last_seen_at FROM sightings LIMIT 1`);
    await writeSite(other, join(own, 'site'));
    const site = readIndexOf(join(own, 'site'));
    const bureaus = unpacked(site.bureaus);
    expect(bureaus.find((one) => one.id === id)?.name).toBe('示例甲县财政局');
    expect(bureaus.map((one) => one.id)).not.toContain('unidentified-nobodys');
    const nobodys = rowsIn(join(own, 'site'), site.coverage, 'documents');
    expect(nobodys.map(({ file }) => file)).toContain('说明.txt');
    await other.close();
  });

  it('holds the changes of the last night with values, reasons and their English', async () => {
    const night = lastingFolder();
    const changed = await secondNight(night);
    const site = join(night, 'site');
    await writeSite(changed, site);
    const rows = rowsIn(site, readIndexOf(site).changes, 'changes');
    const stored = changed.sqlite.prepare<[], Row>('SELECT * FROM changes ORDER BY ordinal').all();
    expect(
      rows.map(({ kind, key, beforeValue, afterValue, why }) => [kind, key, beforeValue, afterValue, why]),
    ).toEqual(
      stored.map((row) => [
        ...[row.kind, row.key, row.before_value, row.after_value],
        whyInWords(String(row.why), 'zh'),
      ]),
    );
    expect(rows.map(({ why }) => why).join('\n')).not.toMatch(/[a-z_]=/u);
    const figure = rows.find(({ kind }) => kind === 'observation_changed')!;
    expect(figure).toMatchObject({ beforeValue: 40, afterValue: 20, name: CHANGED, unit: 'persons' });
    expect(String(figure.whatEn)).not.toMatch(/[一-龥]/u);
    expect(rows.map(({ kind }) => kind)).toContain('metric_changed');
    expect(rows.map(({ kind }) => kind)).toContain('rank_changed');
    expect(unpacked(readIndexOf(site).changeCounts)).toContainEqual(
      expect.objectContaining({ run: 2, kind: 'observation_changed', count: 2 }),
    );
  });

  it('holds every report that is owed and not there, and how much of each year is', async () => {
    const night = lastingFolder();
    const owing = await secondNight(night);
    const site = join(night, 'site');
    await writeSite(owing, site);
    const { expected } = readIndexOf(site);
    expect(rowsIn(site, expected, 'expected').map(({ name, year, state }) => [name, year, state])).toEqual([
      [OWING, 2023, 'missing'],
      [OWING, 2024, 'due'],
    ]);
    expect(rowsIn(site, expected, 'rates')).toContainEqual(
      expect.objectContaining({ year: 2023, expected: 2, present: 1, missing: 1, rate: 50 }),
    );
  });

  it('says what was read in every bureau, scope, year and kind', () => {
    const stored = ask('SELECT count(*) AS n FROM coverage')[0]!.n;
    const rows = rowsIn(folder, index.coverage, 'coverage');
    expect(rows.length).toBe(stored);
    expect(rows.every((row) => row.state === 'extracted' && row.kind === 'final_accounts')).toBe(true);
  });
});

const groundOf = (basis: string) =>
  basis
    .split('; ')
    .filter((part) => /^(?:fund|denominator)=/u.test(part))
    .join('; ');

describe('the files of the site', () => {
  it('are not touched where they would say the same', async () => {
    const paths = ['index.html', ...dataFiles(folder).map((file) => join('data', file))].map((file) =>
      join(folder, file),
    );
    const longAgo = new Date(2020, 0, 1);
    for (const path of paths) utimesSync(path, longAgo, longAgo);
    await writeSite(warehouse, folder);
    expect(paths.filter((path) => statSync(path).mtimeMs !== longAgo.getTime())).toEqual([]);
  });

  it('are gone when nothing names them any more', async () => {
    writeFileSync(join(folder, 'data', 'bureau-000000000000.js'), '');
    await writeSite(warehouse, folder);
    expect(dataFiles(folder)).not.toContain('bureau-000000000000.js');
  });

  it('hold no markup of a document: every angle bracket of data is escaped', () => {
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(html).not.toContain(SCRIPT_NAME);
    expect(html.match(/<script/gu)).toHaveLength(2);
    for (const file of dataFiles(folder))
      expect(readFileSync(join(folder, 'data', file), 'utf8')).not.toMatch(/[<>\u2028]/u);
  });

  it('may load nothing but scripts beside the page', () => {
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(html)![1]!;
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).not.toMatch(/https?:|'unsafe-eval'|connect-src/u);
    expect(/script-src [^;]*/u.exec(policy)![0]).not.toContain('unsafe-inline');
    expect(html).not.toMatch(/<(?:link|img|iframe)\b/u);
  });

  it('are written from a path as from an open warehouse', async () => {
    const other = join(place, 'other');
    await writeSite(warehouse.path, other);
    expect(dataFiles(other)).toEqual(dataFiles(folder));
    expect(readIndexOf(other)).toEqual(index);
  });
});

describe('an archived document', () => {
  it.each([
    ['决算.pdf', '../../archive/ab/abcd.pdf'],
    ['决算.DOCX', '../../archive/ab/abcd.docx'],
    ['决算.txt', '../../archive/ab/abcd.txt'],
    // A page opened from disk would run its scripts.
    ['决算.html', null],
    ['决算.htm', null],
    ['决算.svg', null],
    ['没有后缀', null],
  ])('%s is linked as %s', (sourceFile, link) => {
    expect(archiveLink({ sha256: 'abcd', sourceFile })).toBe(link);
  });
});

describe('rows in files', () => {
  it('come back in order, whatever the largest file', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme-ascii' }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 200 }),
        (words, largest) => {
          const rows = words.map((word, place) => ({ place, word }));
          const texts = printTables({ all: pack(['place', 'word'], rows) }, largest);
          const parts = texts.map((text) => JSON.parse(text) as Tables);
          expect(parts.flatMap((part) => unpacked(part.all))).toEqual(rows);
          const bytesOf = (part: Tables) =>
            part.all!.rows.reduce((sum, row) => sum + inertJson(row).length + 1, 0);
          expect(parts.filter((part) => part.all!.rows.length > 1 && bytesOf(part) > largest)).toEqual([]);
        },
      ),
    );
  });

  it('are JSON that any page may carry', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = inertJson({ text });
        expect(json).not.toMatch(/[<>&\u2028\u2029]/u);
        expect(JSON.parse(json)).toEqual({ text });
      }),
    );
  });
});

describe('how values spread', () => {
  it.each([
    [[3], 0.5, 3],
    [[1, 2], 0.5, 1.5],
    [[1, 2, 3, 4], 0.25, 1.75],
    [[1, 2, 3, 4, 5], 0.75, 4],
  ])('of %j the quantile %d is %d', (values, share, expected) => {
    expect(quantile(values, share)).toBeCloseTo(expected, 12);
  });

  it('names who stands at the ends and counts what fell', () => {
    const values = [
      { bureau: 'b', value: -2 },
      { bureau: 'a', value: 7 },
      { bureau: 'c', value: -2 },
    ];
    expect(spreadOf(values)).toMatchObject({
      count: 3,
      median: -2,
      leastBureau: 'b',
      leastShared: 2,
      mostBureau: 'a',
      mostShared: 1,
      negative: 2,
    });
  });
});
