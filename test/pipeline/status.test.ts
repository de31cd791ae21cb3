/** What `duibiao status` shows where a bureau a line would fill several screens. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { statusCommand } from '../../pipeline/commands/status.ts';
import { speak } from '../../pipeline/language.ts';
import { generateWarehouse } from '../bench/generated-warehouse.ts';

const BUREAUS = 61;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'status-'));
  const warehouse = await generateWarehouse(join(folder, 'warehouse.db'), { bureaus: BUREAUS, years: 2 });
  await warehouse.close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('counts the bureaus of each year where there are too many to list', async () => {
  let out = '';
  await statusCommand(
    { data: folder },
    {
      ...{ out: (text: string) => (out += text), err: () => {}, columns: 100 },
      ...({ language: 'zh', say: speak('zh'), quiet: false, verbose: false } as const),
    },
  );
  const table = out.slice(out.indexOf(`共 ${BUREAUS} 个单位`));
  expect(table.match(/│ 20\d\d │ +61 │/g)).toHaveLength(2);
});
