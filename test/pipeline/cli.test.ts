import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CompiledProgram, compileProgram, type Ended } from '../support/compiled-program.ts';
import { inventedAccounts } from '../support/invented-reports.ts';
import { contentOf, makePlace, type Place } from '../support/run-night.ts';

let program: CompiledProgram;
let place: Place;
let first: Ended;

beforeAll(() => {
  program = compileProgram('cli-test');
  place = makePlace();
  place.put('a.txt', inventedAccounts('示例县财政局', 2024, { basic: 100.5, project: 20.25 }));
  place.put('b.txt', inventedAccounts('样板县审计局', 2024, { basic: 80, project: 10, total: 95 }));
  first = program.run(['nightly', '--inbox', place.inbox, '--data', place.data]);
});
afterAll(() => {
  place.remove();
  program.remove();
});

const STACK = /^\s+at .+:\d+/m;

function ask(...words: string[]): Ended {
  return program.run([...words, '--data', place.data]);
}

describe('duibiao nightly', () => {
  it('ends with 0 and a summary that says where everything is', () => {
    expect(first).toMatchObject({ status: 0 });
    expect(first.out).toMatch(/新读 2 · 未变 0 · 隔离 0/);
    expect(first.out).toContain(join(place.data, 'out', 'benchmark.xlsx'));
    expect(first.out).toMatch(/duibiao findings --severity error --data/);
    expect(first.err).toMatch(/读取文件 \(2\)/);
  });

  it('speaks English where asked', () => {
    const { out } = program.run(['nightly', '--inbox', place.inbox, '--data', place.data], {
      DUIBIAO_LANG: 'en',
    });
    expect(out).toMatch(/0 read · 2 unchanged/);
    expect(out).not.toMatch(/\p{Script=Han}/u);
  });

  it('says nothing with --quiet', () => {
    expect(ask('nightly', '--inbox', place.inbox, '--quiet')).toEqual({ status: 0, out: '', err: '' });
  });

  it('ends with 3 where a document is quarantined, and names it', () => {
    const other = makePlace();
    try {
      other.put('a.txt', inventedAccounts('示例县财政局', 2024, { basic: 1, project: 2 }));
      other.put('空.txt', '');
      const { status, out } = program.run(['nightly', '--inbox', other.inbox, '--data', other.data]);
      expect(status).toBe(3);
      expect(out).toMatch(/空\.txt \[empty_file\] 文件是 0 字节/);
    } finally {
      other.remove();
    }
  });

  it('ends with 1 and a sentence where the warehouse is damaged, with a stack only when asked', () => {
    const other = makePlace();
    try {
      mkdirSync(other.data);
      writeFileSync(join(other.data, 'warehouse.db'), 'this is no database');
      other.put('a.txt', inventedAccounts('示例县财政局', 2024, { basic: 1, project: 2 }));
      const words = ['nightly', '--inbox', other.inbox, '--data', other.data];
      const plain = program.run(words);
      expect(plain.status).toBe(1);
      expect(plain.err).toMatch(/不是 SQLite 数据库/);
      expect(plain.err).not.toMatch(STACK);
      expect(program.run([...words, '--verbose']).err).toMatch(STACK);
      expect(readFileSync(join(other.data, 'warehouse.db'), 'utf8')).toBe('this is no database');
    } finally {
      other.remove();
    }
  });

  it.each([
    ['C', 'UTC'],
    ['zh_CN.UTF-8', 'Asia/Shanghai'],
    ['tr_TR.UTF-8', 'America/Los_Angeles'],
  ])('comes to the same content with LANG=%s and TZ=%s', (LANG, TZ) => {
    const data = join(place.folder, `data-${TZ.replace('/', '-')}`);
    const words = ['nightly', '--inbox', place.inbox, '--data', data];
    expect(program.run(words, { LANG, LC_ALL: LANG, TZ })).toMatchObject({ status: 0 });
    expect(contentOf(data)).toEqual(contentOf(place.data));
  });
});

describe('wrong usage', () => {
  it.each([
    [['nightly', '--inbxo', 'x'], /没有这个选项：--inbxo。是不是想用 --inbox？/],
    [['nigthly'], /没有这个命令：nigthly。是不是想用 nightly？/],
    [['nightly', 'extra'], /参数太多/],
    [['nightly', '--inbox'], /需要一个值/],
    [['nightly', '--inbox', '/nowhere/at/all'], /收件目录不存在：\/nowhere\/at\/all/],
    [['nightly', '--readers', 'many'], /“many”不对，需要一个正整数/],
    [['query'], /缺少参数 SQL/],
    [['query', 'SELECT 1', '--format', 'xml'], /可选：table, csv, json/],
    [['explain', '某局', 'soon', 'expenditure'], /“soon”不对/],
  ])('%j ends with 2 and says what to do', (words, sentence) => {
    const { status, out, err } = program.run(words);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('shows the help where nothing is asked', () => {
    const { status, out } = program.run([]);
    expect(status).toBe(2);
    expect(out).toMatch(/用法: duibiao/);
  });

  it.each([
    ['zh', /选项：/],
    ['en', /Options:/],
  ])('has a help in %s that ends with 0', (lang, heading) => {
    const { status, out } = program.run(['nightly', '--help', '--lang', lang]);
    expect(status).toBe(0);
    expect(out).toMatch(heading);
    expect(out).toContain('--inbox <DIR>');
  });

  it('says that there is nothing yet where there is no warehouse', () => {
    for (const words of [
      ['status'],
      ['documents'],
      ['findings'],
      ['query', 'SELECT 1'],
      ['explain', 'x', '2024', 'expenditure'],
    ]) {
      const { status, err } = program.run([...words, '--data', join(place.folder, 'nothing')]);
      expect({ words, status }).toEqual({ words, status: 1 });
      expect(err).toMatch(/请先运行 duibiao nightly/);
    }
    expect(existsSync(join(place.folder, 'nothing'))).toBe(false);
  });
});

describe('duibiao query', () => {
  const SQL = `SELECT bureau_name, value FROM observations WHERE concept = 'expenditure' AND function_code IS NULL ORDER BY value`;

  it('prints a table, CSV with CRLF, or JSON', () => {
    expect(ask('query', SQL).out).toMatch(/│ 样板县审计局 │ +950000 │/);
    expect(ask('query', SQL, '--format', 'csv').out).toBe(
      'bureau_name,value\r\n样板县审计局,950000\r\n示例县财政局,1207500\r\n',
    );
    expect(JSON.parse(ask('query', SQL, '--format', 'json').out)).toEqual([
      { bureau_name: '样板县审计局', value: 950_000 },
      { bureau_name: '示例县财政局', value: 1_207_500 },
    ]);
  });

  it('quotes what RFC 4180 quotes and leaves values alone', () => {
    const sql = `SELECT 'a,b' x, 'say "hi"' x, '-3.5' n, NULL z`;
    expect(ask('query', sql, '--format', 'csv').out).toBe('x,x,n,z\r\n"a,b","say ""hi""",-3.5,\r\n');
  });

  it.each([
    ['DELETE FROM fact_rows', /只能查询/],
    ['SELECT * FROM fatcs', /facts/],
    ['SELEC 1', /SELECT/],
  ])('answers %s with 2 and one sentence', (sql, sentence) => {
    const { status, err } = ask('query', sql);
    expect(status).toBe(2);
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(STACK);
  });

  it('ends quietly when the reader of its output has seen enough', () => {
    const { status, stderr } = spawnSync(
      'sh',
      [
        '-c',
        `"$@" | head -n 1`,
        'sh',
        process.execPath,
        program.path,
        'query',
        'SELECT * FROM facts',
        '--format',
        'csv',
        '--data',
        place.data,
      ],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('duibiao explain', () => {
  it('leads from an accepted value to the words, the place and the archived file', () => {
    const { status, out } = ask('explain', '示例', '2024', '三公经费', '--phase', 'actual');
    expect(status).toBe(0);
    expect(out).toMatch(/= 12,000 元/);
    expect(out).toMatch(/1\.20 万元/);
    expect(out).toMatch(/a\.txt\s+文本第\d+行/);
    const archived = /归档 {2}(.+)/.exec(out)?.[1];
    expect(readFileSync(archived!, 'utf8')).toContain('示例县财政局');
  });

  it('leads from a metric to its formula and its inputs', () => {
    const { out } = ask('explain', '示例县财政局', '2024', 'basic_share');
    expect(out).toMatch(/公式/);
    expect(out).toMatch(/= 83\.2298 %/);
    expect(out).toMatch(/基本支出 \[expenditure\.basic\] · 2024/);
  });

  it('tells which contradictions a figure takes part in', () => {
    expect(ask('explain', '审计局', '2024', 'expenditure').out).toMatch(/错误 \[expenditure\.parts_sum\]/);
  });

  it.each([
    [['局', '2024', 'expenditure'], 2, /对应 2 个单位.*示例县财政局/],
    [['水利', '2024', 'expenditure'], 2, /没有找到单位“水利”/],
    [['示例', '2024', '占比'], 2, /请用其中一个编号|没有科目或指标/],
    [['示例', '1999', 'expenditure'], 1, /没有公布。有数据的年度：2024/],
  ])('answers %j with a sentence', (words, status, sentence) => {
    const ended = ask('explain', ...words);
    expect(ended.err).toMatch(sentence);
    expect(ended.status).toBe(status);
  });
});

describe('the other questions', () => {
  it('status shows runs, states and coverage', () => {
    const { status, out } = ask('status');
    expect(status).toBe(0);
    expect(out).toMatch(/│ 示例县财政局 │ 决算 +│/);
  });

  it('documents lists what was read and, when asked, the numbers that nobody understood', () => {
    expect(ask('documents').out).toMatch(/a\.txt +│ 示例县财政局/);
    expect(ask('documents', '--unclaimed').status).toBe(0);
    expect(JSON.parse(ask('documents', '--state', 'quarantined', '--format', 'json').out)).toEqual([]);
  });

  it('findings can be narrowed to a bureau and a severity', () => {
    const findings = JSON.parse(
      ask('findings', '--bureau', '审计', '--severity', 'error', '--format', 'json').out,
    );
    expect(findings.length).toBeGreaterThan(0);
    expect(new Set(findings.map((finding: { bureau_name: string }) => finding.bureau_name))).toEqual(
      new Set(['样板县审计局']),
    );
  });

  it('are answered from a folder where nobody may write', () => {
    const copy = join(place.folder, 'copy');
    cpSync(place.data, copy, { recursive: true });
    expect(program.run(['status', '--data', copy]).status).toBe(0);
  });
});
