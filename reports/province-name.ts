/** What a province is called. Not in words.ts, which browsers load too: all divisions since 1981 would come along. */
import { divisionByCode } from '../sources/division.ts';

/** "63" → "青海省"; also the invented provinces of the samples. */
export function provinceName(code: string): string | undefined {
  return divisionByCode(`${code}0000`)?.name;
}
