/** A published classification: codes whose names, and sometimes meanings, change from one year to the next. */

import { normaliseLabel } from '../parse/label.ts';

export const LEVELS = ['类', '款', '项'] as const;
export type Level = (typeof LEVELS)[number];

export interface CodeEntry {
  code: string;
  name: string;
  /** First and last fiscal year of this name; null where open. */
  from: number | null;
  until: number | null;
}

export interface NameQuery {
  /** Only codes at or below this one. */
  parentCode?: string;
  /** Only codes below one of this name. */
  parentName?: string;
  level?: Level;
  /** Names in force that year come first; where none was, the names of other years answer. */
  year?: number;
}

/** "code|name|from|until", one a line, as the tables are kept. */
export function parseCodeTable(table: string): CodeEntry[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', name = '', from = '', until = ''] = line.split('|');
      return {
        code,
        name,
        from: from === '' ? null : Number(from),
        until: until === '' ? null : Number(until),
      };
    });
}

export class Classification {
  readonly entries: readonly CodeEntry[];
  private readonly byCode = new Map<string, CodeEntry[]>();
  private readonly byName = new Map<string, CodeEntry[]>();

  /** `aliases` are printed short forms, "code|name" a line. */
  constructor(table: string, aliases = '') {
    this.entries = parseCodeTable(table);
    for (const entry of this.entries) push(this.byCode, entry.code, entry);
    const named = aliases.trim() === '' ? this.entries : [...this.entries, ...parseCodeTable(aliases)];
    for (const entry of named) push(this.byName, nameKey(entry.name), entry);
  }

  has(code: string): boolean {
    return this.byCode.has(code);
  }

  /** The name in force in `year` (by default the latest); where the code was unknown then, the nearest name; null for an unknown code. */
  nameOf(code: string, year?: number): string | null {
    const entries = this.byCode.get(code);
    if (entries === undefined) return null;
    if (year === undefined) return entries.at(-1)!.name;
    const inForce = entries.findLast((entry) => isInForce(entry, year));
    return (inForce ?? nearest(entries, year)).name;
  }

  /** Codes of that printed name, sorted, each once. */
  codesByName(label: string, query: NameQuery = {}): string[] {
    const named = (this.byName.get(nameKey(label)) ?? []).filter((entry) => this.fits(entry.code, query));
    const { year } = query;
    const inForce = year === undefined ? [] : named.filter((entry) => isInForce(entry, year));
    return [...new Set((inForce.length > 0 ? inForce : named).map((entry) => entry.code))].sort();
  }

  private fits(code: string, { parentCode, parentName, level }: NameQuery): boolean {
    if (level !== undefined && levelOf(code) !== level) return false;
    if (parentCode !== undefined && !code.startsWith(parentCode)) return false;
    if (parentName === undefined) return true;
    return this.codesByName(parentName).some((parent) => parent !== code && code.startsWith(parent));
  }
}

export function levelOf(code: string): Level | null {
  return LEVELS[(code.length - 3) / 2] ?? null;
}

/** "住房公积金（项）" and "文化旅游体育与传媒" are looked up as their names without （项） and 支出. */
export function nameKey(label: string): string {
  const bare = normaliseLabel(label)
    .replace(/\([类款项]\)$/, '')
    .replace(/[类款项]级?科目$/, '');
  return bare.replace(/(?<=.)支出$/, '');
}

function isInForce(entry: CodeEntry, year: number): boolean {
  return (entry.from ?? 0) <= year && year <= (entry.until ?? 9999);
}

/** Unknown in that year: a bureau printed the code before or after its time, and means the name closest to it. */
function nearest(entries: readonly CodeEntry[], year: number): CodeEntry {
  const distance = (entry: CodeEntry) => Math.max((entry.from ?? 0) - year, year - (entry.until ?? 9999));
  return entries.reduce((best, entry) => (distance(entry) < distance(best) ? entry : best));
}

function push(map: Map<string, CodeEntry[]>, key: string, entry: CodeEntry): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}
