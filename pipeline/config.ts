/**
 * duibiao.yml: what a working folder has settled once, so that nobody types it every night. Every limit has a
 * default and a reason; a slip is told with file, line and field, because a misspelt limit is no limit.
 */
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, resolve } from 'node:path';
import { z } from 'zod';
import { type ProxySettings, proxyOfEnvironment } from '../sources/http/proxy.ts';
import type { HttpLimits } from '../sources/http-limits.ts';
import { inEnglish, parseYaml, plainValue, sayIssues } from '../sources/yaml-file.ts';
import { EXIT, Trouble } from './exit-status.ts';
import {
  GATE_DEFAULTS,
  NOTIFY_DEFAULTS,
  NOTIFY_WHEN,
  type NotifySettings,
  RETENTION_DEFAULTS,
} from './night-settings.ts';

/** Looked for in the working folder; another one by --config. */
export const CONFIG_NAME = 'duibiao.yml';

const count = (fallback: number, most: number) => z.number().int().min(1).max(most).default(fallback);
const seconds = (fallback: number, most = 86_400) => z.number().positive().max(most).default(fallback);
const megabytes = (fallback: number, most = 4_000) => z.number().positive().max(most).default(fallback);

const reading = z.strictObject({
  /** Documents read at once: reading is all computing, so one a core. */
  readers: z.number().int().min(1).max(256).nullish(),
  /** The longest real report (400 pages) takes about 10 s on a slow core; beyond this something is wrong with it. */
  seconds: seconds(120, 3_600),
  /** Heap of one reader. The largest reports need 300 MB; more means a file made to exhaust memory. */
  megabytes: count(1_024, 65_536),
  /** Scans of whole yearbooks come near 150 MB; what is larger is no report. */
  maxFileMegabytes: megabytes(200),
});

const allowHosts = z
  .array(z.string().regex(/^(?:[\w.-]+|\[[\da-f:]+\]):\d{1,5}$/i, '应写成 主机:端口，如 10.0.0.5:8080'))
  .default([]);

const ocr = z.strictObject({
  /** Folder of chi_sim.traineddata; TESSDATA_PREFIX and the folders of the usual systems are looked at after it. */
  tessdata: z.string().min(1).nullish(),
});

const http = z.strictObject({
  /** Part of the user agent: a site's keeper who wonders about the requests can ask. */
  contact: z.string().trim().min(1).max(200).nullish(),
  userAgent: z
    .string()
    .trim()
    .regex(/^[\x20-\x7e]{1,300}$/, '只能用英文字母、数字和符号')
    .nullish(),
  /** A server that is there answers a connection within a second or two, overseas included. */
  connectSeconds: seconds(10),
  /** Pages built from databases take their time, and some sites half a minute. */
  headersSeconds: seconds(60),
  silenceSeconds: seconds(30),
  /** 100 MB at 250 kB/s. */
  totalSeconds: seconds(420),
  /** Three repetitions outlast a restart; what is still broken then is broken tonight. */
  attempts: count(4, 20),
  backoffSeconds: seconds(1),
  maxBackoffSeconds: seconds(60),
  /** Longer than this a night should not stand still for one site. */
  maxRetryAfterSeconds: seconds(300),
  /** One request a second is what a person with a browser does. */
  secondsBetweenRequests: z.number().min(0).max(3_600).default(1),
  /** County sites run on one small machine. */
  requestsPerHost: count(2, 16),
  hostsAtOnce: count(8, 64),
  /** A page of 5 MB is no page; the limit also holds for what it unpacks to. */
  maxPageMegabytes: megabytes(5),
  maxFileMegabytes: megabytes(100),
  /** Browsers follow 20; sites of bureaus need two (http → https → www). */
  maxRedirects: count(5, 20),
  /** 30 pages of 20 links go back ten years. */
  maxListingPages: count(30, 1_000),
  maxDocumentsPerBureau: count(1_000, 100_000),
  /** Published reports hardly change; asking once a week finds those that do. */
  recheckDays: z.number().min(0).max(3_650).default(7),
  /** RFC 9309 asks for at most a day. */
  robotsHours: z.number().min(0).max(24).default(24),
  /** host:port on a private network that may be asked all the same, such as a mirror in the house. */
  allowHosts,
  /** Left out: what HTTP_PROXY, HTTPS_PROXY and NO_PROXY say. `none`: every address is asked straight. */
  proxy: z
    .string()
    .refine((text) => text === 'none' || (/^https?:\/\//i.test(text) && URL.canParse(text)), {
      message: '应写成 http://主机:端口，或 none（不用代理）',
    })
    .nullish(),
  /** Asked straight although there is a proxy; a host means all below it too. */
  noProxy: z.array(z.string().trim().min(1)).default([]),
});

const percent = (fallback: number, most = 100) => z.number().min(0).max(most).default(fallback);

/** Reasons stand beside the defaults, in settings.ts. 100 switches a fall off; a rise may be given as 100000. */
const gates = z.strictObject({
  fewestDocuments: count(GATE_DEFAULTS.fewestDocuments, 1_000_000),
  lostDocumentsPercent: percent(GATE_DEFAULTS.lostDocumentsPercent),
  lostBureausPercent: percent(GATE_DEFAULTS.lostBureausPercent),
  lostRegisteredPercent: percent(GATE_DEFAULTS.lostRegisteredPercent),
  lostCoveragePercent: percent(GATE_DEFAULTS.lostCoveragePercent),
  lostFactsPercent: percent(GATE_DEFAULTS.lostFactsPercent),
  lostObservationsPercent: percent(GATE_DEFAULTS.lostObservationsPercent),
  moreFactsPerDocumentPercent: percent(GATE_DEFAULTS.moreFactsPerDocumentPercent, 100_000),
  moreUnreadPoints: percent(GATE_DEFAULTS.moreUnreadPoints),
  moreErrorsPercent: percent(GATE_DEFAULTS.moreErrorsPercent, 100_000),
});

const retention = z.strictObject({
  runDetails: count(RETENTION_DEFAULTS.runDetails, 100_000),
  warehouses: z.number().int().min(0).max(1_000).default(RETENTION_DEFAULTS.warehouses),
  logDays: count(RETENTION_DEFAULTS.logDays, 3_650),
});

const notify = z.strictObject({
  when: z.enum(NOTIFY_WHEN).default('changes'),
  webhook: z.url({ protocol: /^https?$/ }).nullish(),
  allowHosts,
  mail: z.array(z.string()).min(1).nullish(),
  seconds: seconds(NOTIFY_DEFAULTS.seconds, 600),
});

const schema = z.strictObject({
  inbox: z.string().min(1).nullish(),
  data: z.string().min(1).nullish(),
  manifest: z.string().min(1).nullish(),
  /** Folder of the user's own bureaus, see docs/operations.md. */
  registry: z.string().min(1).nullish(),
  reading: reading.prefault({}),
  ocr: ocr.prefault({}),
  http: http.prefault({}),
  gates: gates.prefault({}),
  retention: retention.prefault({}),
  notify: notify.prefault({}),
});

type Written = z.output<typeof schema>;

/** Settings with every default filled in; paths are absolute, null where nobody set one. */
export interface Config {
  /** The file they come from; null where there is none. */
  file: string | null;
  inbox: string | null;
  data: string | null;
  manifest: string | null;
  registry: string | null;
  reading: Omit<Written['reading'], 'readers'> & { readers: number };
  ocr: { tessdata: string | null };
  http: HttpLimits;
  gates: Written['gates'];
  retention: Written['retention'];
  notify: NotifySettings;
}

/** The settings of `--config FILE`, else of duibiao.yml in `folder`, else the defaults. Throws a `Trouble`. */
export function loadConfig(given: string | undefined, folder: string = process.cwd()): Config {
  const path = resolve(folder, given ?? CONFIG_NAME);
  if (!existsSync(path)) {
    if (given !== undefined) throw missing(path);
    return defaultConfig();
  }
  const { config, errors } = parseConfig(readFileSync(path, 'utf8'), path);
  if (config === null) throw wrong(errors);
  return config;
}

export function defaultConfig(): Config {
  return configOf(schema.parse({}), null);
}

/** `path` names the file in complaints, and its folder is where relative paths begin. */
export function parseConfig(text: string, path: string): { config: Config | null; errors: string[] } {
  const { yaml, errors } = parseYaml(basename(path), text);
  if (errors.length > 0) return { config: null, errors };
  const parsed = schema.safeParse(plainValue(yaml) ?? {});
  if (!parsed.success) return { config: null, errors: sayIssues(yaml, parsed.error) };
  return { config: configOf(parsed.data, path), errors: [] };
}

function configOf(written: Written, file: string | null): Config {
  const from = (path: string | null | undefined) =>
    path == null ? null : resolve(file === null ? '.' : dirname(file), path);
  const { contact, userAgent, proxy, noProxy, ...limits } = written.http;
  const throughProxy = proxyOf(proxy ?? null, noProxy);
  return {
    file,
    inbox: from(written.inbox),
    data: from(written.data),
    manifest: from(written.manifest),
    registry: from(written.registry),
    reading: { ...written.reading, readers: written.reading.readers ?? availableParallelism() },
    ocr: { tessdata: from(written.ocr.tessdata) },
    http: { ...limits, userAgent: userAgent ?? userAgentOf(contact ?? null), proxy: throughProxy },
    gates: written.gates,
    retention: written.retention,
    notify: {
      ...written.notify,
      webhook: written.notify.webhook ?? null,
      mail: written.notify.mail ?? null,
      proxy: throughProxy,
    },
  };
}

function proxyOf(proxy: string | null, noProxy: readonly string[]): ProxySettings | null {
  if (proxy === 'none') return null;
  if (proxy !== null) return { http: proxy, https: proxy, except: noProxy };
  const set = proxyOfEnvironment(process.env);
  return set === null ? null : { ...set, except: [...set.except, ...noProxy] };
}

/** Header values are ASCII; a contact in Chinese is written as an address would be. */
function userAgentOf(contact: string | null): string {
  const about = 'reads published budgets and final accounts';
  return `Duibiao/0.1 (${about}${contact === null ? '' : `; ${encodeURI(contact)}`})`;
}

function missing(path: string): Trouble {
  return new Trouble(
    `设置文件不存在：${path}。请检查 --config 后面的路径`,
    `There is no settings file ${path}; check the path after --config`,
    EXIT.usage,
  );
}

function wrong(errors: readonly string[]): Trouble {
  const list = (lines: readonly string[]) => lines.map((line) => `\n  ${line}`).join('');
  return new Trouble(
    `设置有误，没有运行：${list(errors)}`,
    `The settings are wrong; nothing was run:${list(errors.map(inEnglish))}`,
    EXIT.usage,
  );
}
