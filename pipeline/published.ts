/** The published warehouse, opened for a question and closed again. */
import { existsSync } from 'node:fs';
import type { Warehouse } from '../warehouse/connect.ts';
import { explainSqliteError } from '../warehouse/warehouse-error.ts';
import { Trouble } from './exit-status.ts';
import { chosenData } from './load-settings.ts';
import type { DataPaths } from './options.ts';

export async function withPublished<Answer>(
  data: string | undefined,
  ask: (warehouse: Warehouse, paths: DataPaths) => Answer | Promise<Answer>,
): Promise<Answer> {
  const paths = await publishedPaths(data);
  const { openWarehouse } = await import('../warehouse/connect.ts');
  const warehouse = await openWarehouse(paths.warehouse, { readonly: true });
  try {
    return await ask(warehouse, paths);
  } catch (error) {
    throw explainSqliteError(error, paths.warehouse);
  } finally {
    await warehouse.close();
  }
}

/** Throws a `Trouble` where nothing was published yet. */
export async function publishedPaths(data: string | undefined): Promise<DataPaths> {
  const paths = await chosenData(data);
  if (!existsSync(paths.warehouse)) throw nothingPublished(paths);
  return paths;
}

function nothingPublished(paths: DataPaths): Trouble {
  return new Trouble(
    `数据目录 ${paths.folder} 里还没有数据仓库。请先运行 duibiao nightly，或用 --data 指明数据目录`,
    `There is no warehouse in ${paths.folder}. Run duibiao nightly first, or name the folder with --data`,
  );
}
