/** A spreadsheet's note stands in a last row of one cell, across all columns. */
import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../../transforms/extract/extract-facts.ts';
import { Sheet } from '../../../support/pdf.ts';
import { readSheets } from '../../../support/pdf-engine.ts';

const EDGES = [50, 130, 210, 290, 370, 450, 530];
const HEADS = ['合计', '公务用车费', '公务接待费'];
const FIGURES = ['9.00', '2.00', '7.00', '8.00', '2.00', '6.00'];

async function readNote(note: string): Promise<string[]> {
  const sheet = new Sheet().text(200, 60, '“三公”经费支出决算表', 14).text(460, 82, '单位：万元');
  sheet.grid([50, 290, 530], [100, 120]).grid(EDGES, [120, 140, 160]).frame(50, 160, 480, 20);
  sheet.text(150, 105, '预算数').text(390, 105, '决算数').text(56, 165, note, 9);
  for (const [index, figure] of FIGURES.entries())
    sheet.text(EDGES[index]! + 6, 125, HEADS[index % 3]!).text(EDGES[index]! + 40, 145, figure);
  const { facts } = extractFacts(await readSheets([sheet]), {
    bureauId: 'example',
    bureauName: '示例县教育局',
    regionCode: null,
    scope: 'department',
    fiscalYear: 2031,
    kind: 'final_accounts',
    title: null,
    evidence: [],
  });
  return facts.map(({ concept, phase, printed }) => `${concept} ${phase} ${printed}`);
}

describe('a note in the last row of a table', () => {
  it('makes no label of the column in which it begins, and says what the budget is', async () => {
    expect(await readNote('注：本表的预算数为全年预算数，决算数是实际支出。')).toEqual([
      'three_public adjusted_budget 9.00',
      'three_public.vehicles adjusted_budget 2.00',
      'three_public.reception adjusted_budget 7.00',
      'three_public actual 8.00',
      'three_public.vehicles actual 2.00',
      'three_public.reception actual 6.00',
    ]);
  });
});
