/** Who works in an invented office in a given year. */
import type { Bureau, Staff } from './bureau.ts';
import { drawn } from './vary.ts';

export interface StaffOfYear extends Staff {
  inPost: number;
}

/** A post falls vacant now and then, and somebody retires every other year. */
export function staffOf({ name, staff }: Bureau, year: number): StaffOfYear {
  const vacant = drawn(name, year, 'vacant') < 0.4 ? 1 : 0;
  const managed = staff.managed - vacant;
  return {
    ...staff,
    managed,
    inPost: staff.civilServants + managed + staff.institution,
    retired: staff.retired + Math.floor((year - 2022) / 2),
  };
}
