/** "公务用车购置及运行维护费6万元，其中：购置费0万元，运行费6万元": as parts of it the two drop the word for the cars. */
import type { Flow } from './reading.ts';

const SHORT = /^(?:其中)?(购置(?:费用?|支出)|运行(?:维护)?(?:费用?|支出))/;
const OF_VEHICLES = /^three_public\.vehicle(?:s|_purchase)$/;

/** The clause with the full name of the part; any other clause as it is. */
export function withVehicles(clause: string, { inParts, whole, carry }: Flow): string {
  const spoken = [inParts ? whole : null, carry].some(
    (subject) => subject?.concepts.length === 1 && OF_VEHICLES.test(subject.concepts[0]!),
  );
  return spoken ? clause.replace(SHORT, (_all, part: string) => `公务用车${part}`) : clause;
}
