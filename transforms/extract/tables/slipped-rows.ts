/** "总额 | 13.6 | 10.8 | 79.41%" below 年初预算 | 全年预算 | 全年执行 | 执行率: a percentage below money, because an empty cell is gone. */
import { conceptById } from '../../vocabulary/concept.ts';
import type { Understood } from './twin-columns.ts';

const PERCENTAGE = /[%％]\s*$/;

/** The rows of a form none of whose figures stands where its column says. */
export function slippedRows(understood: readonly Understood[]): ReadonlySet<number> {
  return new Set(
    understood
      .filter(({ figure: { cell }, meaning: { concept } }) => {
        const ofMoney = concept !== undefined && conceptById(concept).unit === 'CNY';
        return ofMoney && PERCENTAGE.test(cell.text);
      })
      .map(({ figure }) => figure.cell.row),
  );
}
