/** `duibiao doctor`: whether nights can run here, and what to do where they cannot. */
import { statSync } from 'node:fs';
import type { Config } from '../config.ts';
import type { Console } from '../console.ts';
import { displayWidth, padWidth } from '../display-width.ts';
import { type CheckUp, error, fine } from '../doctor/check.ts';
import { checkArchive, checkClock, checkLock, checkWarehouse, damageIn } from '../doctor/data.ts';
import { checkDisk, checkFolder, checkNode, checkPackages, checkTool, TOOLS } from '../doctor/machine.ts';
import { EXIT, type ExitStatus, Trouble } from '../exit-status.ts';
import { loadSettings } from '../load-settings.ts';
import { type NightlyArguments, nightlyOptions } from '../options.ts';

const MARKS = { ok: '✓', warning: '!', error: '✗' } as const;

/** Exit status 1 where anything keeps nights from running. */
export async function doctorCommand(given: NightlyArguments, console: Console): Promise<ExitStatus> {
  const checks = await checkAll(given);
  const width = Math.max(...checks.map(({ name }) => displayWidth(console.say(...name))));
  for (const { name, state, said } of checks) {
    if (console.quiet && state === 'ok') continue;
    console.out(`${MARKS[state]} ${padWidth(console.say(...name), width)}  ${console.say(...said)}\n`);
  }
  return checks.some(({ state }) => state === 'error') ? EXIT.failed : EXIT.ok;
}

async function checkAll(given: NightlyArguments): Promise<CheckUp[]> {
  const settings = await settingsOf(given);
  const { data, registry, tessdata = null } = nightlyOptions(given, settings.config);
  const machine = [
    checkNode(),
    checkPackages(),
    checkFolder(data),
    checkDisk(data, sizeOf),
    ...TOOLS.map((tool) => checkTool(tool, tessdata)),
  ];
  const damage = damageIn(data);
  const past = [
    checkWarehouse(data, damage),
    checkArchive(data, damage),
    checkClock(data, new Date()),
    checkLock(data),
  ];
  const network = checkProxy(settings.config ?? (await import('../config.ts')).defaultConfig());
  return [...machine, settings.check, network, await checkRegistry(registry), ...past];
}

/** Passwords are not shown. */
function checkProxy({ http: { proxy = null } }: Config): CheckUp {
  const name = ['网络', 'network'] as const;
  if (proxy === null) return fine(name, '直接连接', 'straight');
  const places = [
    ...new Set([proxy.http, proxy.https].flatMap((each) => (each === null ? [] : [new URL(each).host]))),
  ];
  return fine(name, `经代理 ${places.join('、')}`, `through the proxy ${places.join(', ')}`);
}

async function settingsOf({ config }: NightlyArguments): Promise<{ config: Config | null; check: CheckUp }> {
  const name = ['设置', 'settings'] as const;
  try {
    const settings = await loadSettings(config);
    const file = settings?.file ?? null;
    return { config: settings, check: file === null ? fine(name, '默认', 'defaults') : fine(name, file) };
  } catch (thrown) {
    return { config: null, check: troubled(name, thrown) };
  }
}

async function checkRegistry(choice: ReturnType<typeof nightlyOptions>['registry']): Promise<CheckUp> {
  const name = ['单位登记', 'registry'] as const;
  if (choice === null) return fine(name, '没有登记，按报告所写', 'none; as reports say');
  try {
    const { openRegistry } = await import('../open-registry.ts');
    const { bureaus } = openRegistry(choice);
    return fine(name, `${bureaus.length} 个单位`, `${bureaus.length} bureaus`);
  } catch (thrown) {
    return troubled(name, thrown);
  }
}

function troubled(name: CheckUp['name'], thrown: unknown): CheckUp {
  if (thrown instanceof Trouble) return error(name, thrown.message, thrown.english);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return error(name, message, message);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
