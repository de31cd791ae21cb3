/** When a night was, in China, where one at 02:30 is of another day than in Greenwich. */

const CHINA_HOURS = 8;

/** "2025-08-15T18:30:12.000Z" → "2025-08-16 02:30". */
export function chinaTime(iso: string): string {
  return new Date(Date.parse(iso) + CHINA_HOURS * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** The day alone: "2025-08-16". */
export function chinaDay(iso: string): string {
  return chinaTime(iso).slice(0, 10);
}
