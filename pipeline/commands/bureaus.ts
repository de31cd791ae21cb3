/** `duibiao bureaus`: who is registered, what is wrong with the entries, and a new entry. */
import { inLanguage, KIND_WORDS } from '../../reports/words.ts';
import { checkRegistry, type RegistryFlaw } from '../../sources/check-registry.ts';
import { divisionByCode } from '../../sources/division.ts';
import type { Registry } from '../../sources/registry.ts';
import { loadConfig } from '../config.ts';
import type { Console } from '../console.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { openRegistry, type RegistryChoice, readRegistry } from '../open-registry.ts';
import { type Row, type RowFormat, renderRows } from '../render-rows.ts';
import { silentBureaus } from '../silent-bureaus.ts';

export interface BureausOptions {
  data?: string;
  config?: string;
  format: RowFormat;
}

/** Whoever has no registry of his own sees the invented one, as an example. */
export function registryChoice(config: { registry: string | null }): RegistryChoice {
  return { folder: config.registry, withSamples: config.registry === null };
}

export async function bureausCommand(options: BureausOptions, console: Console): Promise<ExitStatus> {
  const config = loadConfig(options.config);
  const { bureaus } = openRegistry(registryChoice(config));
  const { say, language } = console;
  const headings = {
    bureau_id: say('编号', 'id'),
    official_name: say('名称', 'name'),
    other_names: say('简称、曾用名', 'other names'),
    division: say('区划', 'division'),
    pages: say('网页', 'pages'),
    expects: say('每年应公开', 'expected every year'),
    place: say('登记位置', 'registered at'),
  };
  const rows = bureaus.map(
    (bureau): Row => ({
      bureau_id: bureau.id,
      official_name: bureau.names.official,
      other_names: [...bureau.names.short, ...bureau.names.former.map(({ name }) => name)].join('、'),
      division: `${bureau.division} ${divisionByCode(bureau.division)?.name ?? '?'}`,
      pages: bureau.listings.length + bureau.urls.length,
      expects: bureau.expects.map(({ kind }) => inLanguage(KIND_WORDS[kind], language)).join('、'),
      place: `${bureau.file}:${bureau.line}`,
    }),
  );
  console.out(
    await renderRows(Object.keys(headings), rows, {
      format: options.format,
      terminalColumns: console.columns,
      headings,
      wraps: true,
    }),
  );
  return EXIT.ok;
}

/** Fails where an entry would put figures nowhere or under the wrong name. */
export async function checkBureausCommand(options: BureausOptions, console: Console): Promise<ExitStatus> {
  const config = loadConfig(options.config);
  const { bureaus, errors } = readRegistry(registryChoice(config));
  const registry: Registry = { bureaus };
  const now = new Date();
  const flaws = [
    ...errors.map(
      (message): RegistryFlaw => ({ severity: 'error', code: 'wrong_field', bureauId: '', message }),
    ),
    ...checkRegistry(registry, now.getFullYear()),
    ...(await silentBureaus(registry, options.data ?? config.data ?? undefined, now)),
  ];
  console.out(await printFlaws(flaws, options.format, console));
  if (!console.quiet && options.format === 'table') console.err(`${sum(flaws, bureaus.length, console)}\n`);
  return flaws.some(({ severity }) => severity === 'error') ? EXIT.failed : EXIT.ok;
}

async function printFlaws(
  flaws: readonly RegistryFlaw[],
  format: RowFormat,
  { say, columns }: Console,
): Promise<string> {
  if (format === 'table') {
    const word = { error: say('错误', 'error'), warning: say('注意', 'warning') };
    return flaws.map(({ severity, message }) => `${word[severity]}  ${message}\n`).join('');
  }
  const rows = flaws.map(({ severity, code, bureauId, message }) => ({
    severity,
    code,
    bureau_id: bureauId,
    message,
  }));
  return renderRows(['severity', 'code', 'bureau_id', 'message'], rows, { format, terminalColumns: columns });
}

function sum(flaws: readonly RegistryFlaw[], bureaus: number, { say }: Console): string {
  const errors = flaws.filter(({ severity }) => severity === 'error').length;
  const warnings = flaws.length - errors;
  return say(
    `登记单位 ${bureaus} 家：错误 ${errors}，注意 ${warnings}`,
    `${bureaus} bureaus: ${errors} errors, ${warnings} warnings`,
  );
}
