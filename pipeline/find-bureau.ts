/** Which bureau a person means: its id, its whole name, or a part of the name that only one bureau has. */
import type { Warehouse } from '../warehouse/connect.ts';
import { EXIT, Trouble } from './exit-status.ts';

export interface NamedBureau {
  bureauId: string;
  bureauName: string | null;
}

const SHOWN_CANDIDATES = 8;

/** Throws a `Trouble` that lists the candidates where none or several answer to `wanted`. */
export function findBureau({ sqlite }: Warehouse, wanted: string): NamedBureau {
  const bureaus = sqlite
    .prepare<[], NamedBureau>(
      `SELECT bureau_id AS bureauId, max(bureau_name) AS bureauName FROM documents
       WHERE bureau_id IS NOT NULL GROUP BY bureau_id ORDER BY bureau_id`,
    )
    .all();
  for (const isMeant of READINGS) {
    const found = bureaus.filter((bureau) => isMeant(bureau, wanted));
    if (found.length === 1) return found[0]!;
    if (found.length > 1) throw ambiguous(wanted, found);
  }
  throw unknown(wanted, bureaus);
}

const READINGS: readonly ((bureau: NamedBureau, wanted: string) => boolean)[] = [
  ({ bureauId }, wanted) => bureauId === wanted,
  ({ bureauName }, wanted) => bureauName === wanted,
  ({ bureauId, bureauName }, wanted) => bureauId.includes(wanted) || (bureauName?.includes(wanted) ?? false),
];

function ambiguous(wanted: string, found: readonly NamedBureau[]): Trouble {
  return new Trouble(
    `“${wanted}”对应 ${found.length} 个单位，请写得更具体：${printSome(found, '；')}`,
    `"${wanted}" fits ${found.length} bureaus, be more specific: ${printSome(found, '; ')}`,
    EXIT.usage,
  );
}

function unknown(wanted: string, bureaus: readonly NamedBureau[]): Trouble {
  return new Trouble(
    `没有找到单位“${wanted}”。数据仓库里有：${printSome(bureaus, '；')}`,
    `No bureau "${wanted}". The warehouse has: ${printSome(bureaus, '; ')}`,
    EXIT.usage,
  );
}

function printSome(bureaus: readonly NamedBureau[], separator: string): string {
  const shown = bureaus.slice(0, SHOWN_CANDIDATES).map(printBureau).join(separator);
  return bureaus.length > SHOWN_CANDIDATES ? `${shown} …` : shown;
}

export function printBureau({ bureauId, bureauName }: NamedBureau): string {
  return bureauName === null ? bureauId : `${bureauName}（${bureauId}）`;
}
