/** A new entry in a registry file. What people wrote there, comments and order included, stays byte for byte. */
import { isSeq, stringify } from 'yaml';
import type { z } from 'zod';
import type { bureauSchema } from './bureau.ts';
import { divisionsAtStart } from './division.ts';
import { parseRegistryFile } from './registry.ts';
import { parseYaml } from './yaml-file.ts';

/** An entry as a person gives it: the required fields, and any others. */
export type NewBureau = z.input<typeof bureauSchema>;

export type AddedBureau = { text: string; errors: [] } | { text: null; errors: readonly string[] };

/** The text of `file` with the entry at its end; errors in Chinese where entry or file are not right. */
export function addBureau(file: string, text: string, entry: NewBureau): AddedBureau {
  const before = parseRegistryFile(file, text);
  if (before.errors.length > 0) return { text: null, errors: before.errors };
  if (before.bureaus.some(({ id }) => id === entry.id))
    return { text: null, errors: [`${file} 里已有 ${entry.id}`] };
  const written = appended(text, withoutEmpty(entry));
  const after = parseRegistryFile(file, written);
  if (after.errors.length > 0) return { text: null, errors: after.errors };
  if (after.bureaus.length !== before.bureaus.length + 1) throw new Error(`adding to ${file} lost an entry`);
  return { text: written, errors: [] };
}

/** `990121-医疗保障局`: division and what is left of the name without its place. */
export function proposedId(division: string, official: string): string {
  const { rest } = divisionsAtStart(official);
  return `${division}-${(rest === '' ? official : rest).replace(/^人民政府(?=.+办事处$)/, '')}`;
}

function appended(text: string, entry: NewBureau): string {
  const { yaml } = parseYaml('', text);
  const list = yaml.document.get('bureaus', true);
  if (isSeq(list) && list.flow !== true && list.items.length > 0) {
    const body = text === '' || text.endsWith('\n') ? text : `${text}\n`;
    return `${body}${indented(stringify([entry], { lineWidth: 0 }), dashColumn(text))}`;
  }
  if (isSeq(list)) {
    list.flow = false;
    list.add(yaml.document.createNode(entry));
    return yaml.document.toString({ lineWidth: 0 });
  }
  if (yaml.document.has('bureaus')) {
    yaml.document.set('bureaus', [entry]);
    return yaml.document.toString({ lineWidth: 0 });
  }
  return `${text.trimEnd() === '' ? '' : `${text.trimEnd()}\n`}${stringify({ bureaus: [entry] }, { lineWidth: 0 })}`;
}

/** How far the dashes of the list stand in: "  - id: …". */
function dashColumn(text: string): number {
  return /^bureaus:[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*( *)-/m.exec(text)?.[1]?.length ?? 0;
}

function indented(block: string, columns: number): string {
  return block.replace(/^(?=.)/gm, ' '.repeat(columns));
}

function withoutEmpty(entry: NewBureau): NewBureau {
  return JSON.parse(
    JSON.stringify(entry, (_, value) =>
      value === null || (Array.isArray(value) && value.length === 0) ? undefined : value,
    ),
  ) as NewBureau;
}
