/** When a night was, in China, where one at 02:30 is of another day than in Greenwich. Browsers load this too. */

/** 北京时间: no summer time, so a day has 24 hours. */
export const CHINA_OFFSET_MS = 8 * 3_600_000;

/** "2025-08-15T18:30:12.000Z" → "2025-08-16 02:30". */
export function chinaTime(iso: string): string {
  return inChina(Date.parse(iso)).slice(0, 16).replace('T', ' ');
}

/** The day alone, where every due date ends at midnight: "2025-08-16". */
export function chinaDay(when: string | Date): string {
  return inChina(typeof when === 'string' ? Date.parse(when) : when.getTime()).slice(0, 10);
}

function inChina(milliseconds: number): string {
  return new Date(milliseconds + CHINA_OFFSET_MS).toISOString();
}
