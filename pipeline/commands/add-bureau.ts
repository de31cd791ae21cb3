/** `duibiao bureaus add`: a new entry from flags; where a person sits at a terminal, what is missing is asked. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { addBureau, type NewBureau, proposedId } from '../../sources/add-bureau.ts';
import { divisionByCode, divisionsAtStart } from '../../sources/division.ts';
import { writeWhole } from '../../sources/whole-file.ts';
import { loadConfig } from '../config.ts';
import type { Console } from '../console.ts';
import { EXIT, type ExitStatus, Trouble } from '../exit-status.ts';

export interface AddBureauOptions {
  config?: string;
  file?: string;
  id?: string;
  name?: string;
  short?: string[];
  former?: string[];
  division?: string;
  type?: string;
  scope?: string;
  listing?: string[];
  pages?: string;
  url?: string[];
  unit?: string;
  expect?: string[];
  notes?: string;
}

/** One question to a person; an empty answer takes what is proposed. */
export type Ask = (question: string, proposed: string) => Promise<string>;

export async function addBureauAtTerminal(options: AddBureauOptions, console: Console): Promise<ExitStatus> {
  const terminal = await terminalQuestions();
  try {
    return await addBureauCommand(options, console, terminal?.ask ?? null);
  } finally {
    terminal?.close();
  }
}

export async function addBureauCommand(
  options: AddBureauOptions,
  console: Console,
  ask: Ask | null = null,
): Promise<ExitStatus> {
  const entry = await entryOf(options, ask, console);
  const path = registryFile(options, entry.division);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const added = addBureau(basename(path), text, entry);
  if (added.text === null) throw refused(added.errors);
  mkdirSync(dirname(path), { recursive: true });
  writeWhole(path, added.text, { durable: true });
  console.out(
    `${console.say(`已登记 ${entry.id}，在 ${path}。核对：duibiao bureaus check`, `Registered ${entry.id} in ${path}. Check: duibiao bureaus check`)}\n`,
  );
  return EXIT.ok;
}

async function entryOf(options: AddBureauOptions, ask: Ask | null, { say }: Console): Promise<NewBureau> {
  const need = async (given: string | undefined, flag: string, question: string, proposed: string) => {
    if (given !== undefined) return given;
    if (ask !== null) return ask(question, proposed);
    if (proposed !== '') return proposed;
    throw missingFlag(flag, question);
  };
  const official = await need(options.name, '--name', say('正式名称', 'official name'), '');
  const places = divisionsAtStart(official).divisions;
  const place = places.length === 1 ? places[0]!.code : '';
  const division = await need(options.division, '--division', say('区划代码', 'division code'), place);
  const id = await need(options.id, '--id', say('编号', 'id'), proposedId(division, official));
  return {
    id,
    names: { official, short: options.short ?? [], former: (options.former ?? []).map(formerName) },
    division,
    type: options.type,
    ...(options.scope === undefined ? {} : { scope: options.scope }),
    listings: (options.listing ?? []).map((url) => ({ url, pages: options.pages })),
    urls: (options.url ?? []).map((url) => ({ url })),
    defaultUnit: options.unit as NewBureau['defaultUnit'],
    expects: (options.expect ?? []).map(expectation),
    notes: options.notes,
  };
}

/** "甲县医疗保险局,2006-01-01,2019-03-01", or with the last day alone. */
function formerName(text: string): { name: string; from?: string; until: string } {
  const [name = '', first = '', second] = text.split(/[,，]/).map((part) => part.trim());
  return second === undefined ? { name, until: first } : { name, from: first, until: second };
}

/** "部门决算,次年09-30,2024" */
function expectation(text: string): { kind: string; due: string; from: number; until?: number } {
  const [kind = '', due = '', from = '', until] = text.split(/[,，]/).map((part) => part.trim());
  return { kind, due, from: Number(from), ...(until === undefined ? {} : { until: Number(until) }) };
}

/** --file, else the province's file in the user's registry folder. */
function registryFile(options: AddBureauOptions, division: string): string {
  if (options.file !== undefined) return resolve(options.file);
  const { registry } = loadConfig(options.config);
  if (registry === null) throw noRegistry();
  const province = divisionByCode(`${division.slice(0, 2)}0000`)?.name ?? '其他';
  return join(registry, `${province}.yml`);
}

/** Questions on the terminal; null where nobody sits there. */
async function terminalQuestions(): Promise<{ ask: Ask; close(): void } | null> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  return {
    async ask(question, proposed) {
      const answer = await terminal.question(`${question}${proposed === '' ? '' : ` [${proposed}]`}：`);
      return answer.trim() === '' ? proposed : answer.trim();
    },
    close: () => terminal.close(),
  };
}

function refused(errors: readonly string[]): Trouble {
  const list = errors.map((error) => `\n  ${error}`).join('');
  return new Trouble(`没有登记：${list}`, `Not registered:${list}`, EXIT.usage);
}

/** A name may say its division; one that says none, or a division that several places share, needs the code. */
function missingFlag(flag: string, what: string): Trouble {
  return new Trouble(
    `没有登记：缺少${what}，从名称里看不出来。请用 ${flag} 给出`,
    `Not registered: the ${what} is missing and cannot be told from the name. Give it with ${flag}`,
    EXIT.usage,
  );
}

function noRegistry(): Trouble {
  return new Trouble(
    '还没有自己的登记目录：请在 duibiao.yml 里写 registry: 登记，或用 --file 指定文件',
    'There is no registry folder yet: write registry: DIR into duibiao.yml, or name a file with --file',
    EXIT.usage,
  );
}
