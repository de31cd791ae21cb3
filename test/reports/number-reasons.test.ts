/** Whoever reads English hears in English why a number is not used. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { numberReasonInEnglish, REASONS } from '../../reports/number-reasons.ts';
import { readReports } from '../support/corpus.ts';

const ROOT = join(import.meta.dirname, '../..');
const SAMPLES = join(ROOT, 'sources', 'samples', 'documents');
const HAN = /\p{Script=Han}/u;

const sources = readdirSync(join(ROOT, 'transforms'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(ROOT, 'transforms', name), 'utf8'))
  .join('\n');

// reason: '没有单位', ignore: '指标得分', unknownRows: '没有项目名称的行', useOf(figure, 'unclaimed', '没有金额单位')
const WRITTEN =
  /(?:(?:reason|ignore|unknownRows): ?|(?:useOf|plainUse|ignored|unclaimed|outside)\((?:[^'()\n]*'[a-z]+', ?)?)'([^'\n]*\p{Script=Han}[^'\n]*)'/gu;

it('has English for every reason that the program writes', () => {
  const written = [...new Set([...sources.matchAll(WRITTEN)].map(([, reason]) => reason!))];
  expect(written.length).toBeGreaterThan(80);
  expect(written.filter((reason) => HAN.test(numberReasonInEnglish(reason) ?? reason))).toEqual([]);
});

it('has none for a reason that the program no longer writes', () => {
  expect(REASONS.filter((reason) => !sources.includes(reason))).toEqual([]);
});

it('says in English why numbers of the samples are not used, but for what it quotes', async () => {
  const reports = await readReports(SAMPLES);
  const reasons = [...new Set(reports.flatMap(({ numbers }) => numbers.map(({ reason }) => reason)))];
  const said = reasons.filter((reason) => reason !== null).map(numberReasonInEnglish);
  expect(said.length).toBeGreaterThan(10);
  expect(said.filter((words) => words === undefined || HAN.test(words.replace(/“.*?”/gu, '')))).toEqual([]);
});

it('keeps the words that were not understood as they are printed', () => {
  expect(numberReasonInEnglish('没有读懂“示例”')).toBe('not understood: “示例”');
  expect(numberReasonInEnglish('科目“示例”不在分类目录中')).toBe('class “示例” is not in the classification');
});

it('knows nothing of what is no reason of a number', () => {
  expect(numberReasonInEnglish('小数位更多')).toBeUndefined();
});
