/**
 * A file of what another night found out and need not find out again. It holds for one set of rules; a file that is
 * missing, damaged or of other rules remembers nothing, and that costs a night's work and no more.
 */
import { existsSync, readFileSync } from 'node:fs';
import { writeWhole } from './whole-file.ts';

interface Stored<Value> {
  rules: string;
  remembered: Record<string, Value>;
}

export function loadRemembered<Value>(path: string, rules: string): Record<string, Value> {
  if (!existsSync(path)) return nothingBut({});
  try {
    const stored = JSON.parse(readFileSync(path, 'utf8')) as Stored<Value>;
    return stored.rules === rules ? nothingBut(stored.remembered) : nothingBut({});
  } catch {
    return nothingBut({});
  }
}

/** Names are those of other people's files: one that is called "constructor" is remembered only if it was. */
export function nothingBut<Value>(entries: Record<string, Value> | null | undefined): Record<string, Value> {
  return Object.assign(Object.create(null), entries);
}

/** Throws what writing throws. */
export function saveRemembered<Value>(path: string, rules: string, remembered: Record<string, Value>): void {
  const stored: Stored<Value> = { rules, remembered };
  writeWhole(path, JSON.stringify(stored));
}
