/**
 * Where the archived bytes were found: one line of JSON a finding, in `origins.jsonl` beside them, only ever added
 * to. The same bytes at two addresses are one document with two origins; new bytes at one address replace the old.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const found = z.object({
  url: z.string(),
  /** Where redirects led. */
  finalUrl: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().min(0),
  /** Name under which the bytes are archived and shown. */
  sourceFile: z.string(),
  /** ISO 8601. */
  fetchedAt: z.string(),
  status: z.number().int(),
  headers: z.record(z.string(), z.string()),
  /** Address of the page that the document hangs on; documents of one page are one bundle. */
  bundle: z.string(),
  role: z.enum(['body', 'attachment', 'direct']),
  bureauId: z.string().nullable(),
  kind: z.string().nullable(),
  fiscalYear: z.number().int().nullable(),
  title: z.string().nullable(),
  /** ISO date. */
  publishedOn: z.string().nullable(),
});
const withdrawn = z.object({ url: z.string(), withdrawnAt: z.string(), status: z.number().int() });

export type Origin = z.output<typeof found>;
export type Withdrawal = z.output<typeof withdrawn>;

/** What is known of one address: the copy that was had last, and when it was gone. */
export interface KnownOrigin {
  origin: Origin;
  withdrawal: Withdrawal | null;
}

export interface Origins {
  at(url: string): KnownOrigin | null;
  /** The name under which these bytes lie in the archive already. */
  nameOf(sha256: string): string | null;
  /** The last copy of every address, by address. */
  all(): readonly KnownOrigin[];
  add(origin: Origin): void;
  withdraw(withdrawal: Withdrawal): void;
}

const ORIGINS_NAME = 'origins.jsonl';

/** A line that is no origin any more is told with its number; the last line may be cut off by a kill and is left out. */
export function openOrigins(archiveFolder: string): Origins {
  const path = join(archiveFolder, ORIGINS_NAME);
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const lines = bytes.toString('utf8').split('\n');
  const byUrl = new Map<string, KnownOrigin>();
  const names = new Map<string, string>();
  const note = (line: Origin | Withdrawal) => {
    if ('withdrawnAt' in line) {
      const known = byUrl.get(line.url);
      if (known !== undefined) byUrl.set(line.url, { ...known, withdrawal: line });
      return;
    }
    byUrl.set(line.url, { origin: line, withdrawal: null });
    if (!names.has(line.sha256)) names.set(line.sha256, line.sourceFile);
  };
  for (const [index, line] of lines.entries()) {
    const read = readLine(line);
    if (read !== null) note(read);
    else if (line !== '' && index < lines.length - 1) throw new OriginsDamaged(path, index + 1);
  }
  let end: End | null = endOf(bytes, lines.at(-1)!);
  const append = (line: Origin | Withdrawal) => {
    appendDurably(path, `${end?.lacksBreak ? '\n' : ''}${JSON.stringify(line)}\n`, end?.cutAt ?? null);
    end = null;
    note(line);
  };
  return {
    at: (url) => byUrl.get(url) ?? null,
    nameOf: (sha256) => names.get(sha256) ?? null,
    all: () => [...byUrl.values()].sort((a, b) => (a.origin.url < b.origin.url ? -1 : 1)),
    add: append,
    withdraw: append,
  };
}

/** The ledger was changed by something else than this program. */
export class OriginsDamaged extends Error {
  constructor(path: string, line: number) {
    super(`来源记录已损坏：${path} 第${line}行读不出来。请用备份恢复，或删去这一行（对应的网页会重新抓取）`);
    this.name = 'OriginsDamaged';
  }
}

function readLine(line: string): Origin | Withdrawal | null {
  try {
    const value: object = JSON.parse(line);
    return ('withdrawnAt' in value ? withdrawn : found).safeParse(value).data ?? null;
  } catch {
    return null;
  }
}

/** How a ledger ends whose last writer may have been killed: what follows must not become a part of his line. */
interface End {
  /** Where the beginning of a line stands that nobody can read; it goes when the next is written. */
  cutAt: number | null;
  lacksBreak: boolean;
}

function endOf(bytes: Buffer, last: string): End {
  const isCut = last !== '' && readLine(last) === null;
  return { cutAt: isCut ? bytes.lastIndexOf('\n') + 1 : null, lacksBreak: last !== '' && !isCut };
}

function appendDurably(path: string, text: string, cutAt: number | null): void {
  mkdirSync(dirname(path), { recursive: true });
  if (cutAt !== null) truncateSync(path, cutAt);
  const handle = openSync(path, 'a');
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
