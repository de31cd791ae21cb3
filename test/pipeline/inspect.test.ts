import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InspectOptions, inspectCommand } from '../../pipeline/commands/inspect.ts';
import { listeningConsole } from '../support/console.ts';
import { makePdf, Sheet } from '../support/pdf.ts';

let folder: string;

const ROWS = [
  ['项目', '预算数', '决算数'],
  ['基本支出', '100.00', '90.50'],
  ['项目支出', '20.00', '18.25'],
  ['支出合计', '120.00', '108.75'],
];

/** Page 1 names the bureau and prints a ruled table with one merged cell; page 2 prints a table that no layout knows. */
function report(): Uint8Array {
  const first = new Sheet().text(120, 60, '示例县统计局2024年度部门决算', 16);
  const xs = [60, 240, 360, 480];
  const ys = [160, 180, 200, 220, 240];
  first.text(200, 120, '支出决算表', 14).text(400, 140, '金额单位：万元').grid(xs, ys);
  for (const [row, cells] of ROWS.entries()) {
    for (const [column, text] of cells.entries()) first.text(xs[column]! + 4, ys[row]! + 5, text);
  }
  const second = new Sheet().text(60, 60, '其他情况').grid([60, 240, 420], [100, 120, 140]);
  second.text(64, 105, '树木').text(244, 105, '棵数').text(64, 125, '银杏').text(244, 125, '37');
  return makePdf([first, second]);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspect-'));
  writeFileSync(join(folder, 'a.pdf'), report());
  writeFileSync(
    join(folder, 'a.txt'),
    '示例县统计局2024年度部门决算\n\n支出决算表\n项目\t决算数\n合计\t5.00\n',
  );
  writeFileSync(join(folder, 'scan.pdf'), makePdf([new Sheet().picture(0, 0, 595, 842)]));
  writeFileSync(join(folder, 'broken.pdf'), '%PDF-1.5 and nothing more');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function inspect(file: string, options: InspectOptions = {}, language: 'zh' | 'en' = 'zh') {
  const said = { out: '', err: '' };
  await inspectCommand(join(folder, file), options, listeningConsole(said, { language }));
  return said;
}

describe('duibiao inspect', () => {
  it('prints the grid of every table with places and layout', async () => {
    const { out } = await inspect('a.pdf');
    expect(out).toMatch(/【第1页 表1】4 行 × 3 列 {2}版式：statements\/\S+/);
    expect(out).toMatch(/表名：支出决算表/);
    expect(out).toContain('第1页 第2行 │ 基本支出 │ 100.00 │ 90.50');
    expect(out).toMatch(/【第2页 表2】2 行 × 2 列 {2}版式：没有对应的版式/);
  });

  it('says whose the document is and how that is known', async () => {
    const { out } = await inspect('a.pdf');
    expect(out).toContain('单位：示例县统计局');
    expect(out).toMatch(/year = 2024 ← title “示例县统计局2024年度部门决算”/);
  });

  it('counts facts and lists the numbers that nobody claimed, with the reason', async () => {
    const { out } = await inspect('a.pdf');
    expect(out).toMatch(/事实 [1-9]\d*，/);
    expect(out).toMatch(/第2页 表2 第2行 第2列 {2}37 {2}表格没有对应的版式/);
  });

  it('narrows to one page', async () => {
    const { out } = await inspect('a.pdf', { page: 2 });
    expect(out).toContain('银杏');
    expect(out).not.toContain('基本支出 │');
  });

  it('marks the slots that a merged cell covers', async () => {
    writeFileSync(
      join(folder, 'merged.html'),
      '<p>示例县统计局2024年度部门决算</p><table><tr><td colspan=2>支出</td></tr><tr><td>项目</td><td>决算数</td></tr></table>',
    );
    expect((await inspect('merged.html')).out).toContain('│ 支出 │ ←');
  });

  it('reads text too', async () => {
    expect((await inspect('a.txt')).out).toContain('│ 合计 │ 5.00');
  });

  it('speaks English where asked', async () => {
    expect((await inspect('a.pdf', {}, 'en')).out).toMatch(/\d+ facts, \d+ claims/);
  });

  it('draws a page with its rules and cells', async () => {
    const out = join(folder, 'page.svg');
    const said = await inspect('a.pdf', { page: 1, out });
    expect(said.err).toContain(out);
    const svg = readFileSync(out, 'utf8');
    expect(svg).toMatch(/^<svg /);
    expect(svg).toContain('>4,3<');
    expect(svg.match(/stroke="#dd0000"/g)).toHaveLength(9);
  });

  it.each([
    ['a.pdf', { page: 3 }, /没有第 3 页：共 2 页/],
    ['a.pdf', { page: 3, out: 'x.svg' }, /没有第 3 页：共 2 页/],
    ['a.pdf', { out: 'x.svg' }, /请加 --page/],
    ['a.txt', { page: 1 }, /不是 PDF/],
    ['a.txt', { out: 'x.svg' }, /不是 PDF/],
    ['broken.pdf', {}, /\[pdf_broken\] 文件不是完整的 PDF/],
  ])('%s with %j is refused with a sentence', async (file, options, sentence) => {
    await expect(inspect(file, options)).rejects.toThrow(sentence);
    expect(existsSync('x.svg')).toBe(false);
  });
});
