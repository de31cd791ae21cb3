/** Data files are scripts, since a page opened from disk may fetch nothing; each calls `duibiao` with its tables. */
import type {
  BreakEntry,
  BureauEntry,
  ChangeEntry,
  CoverageEntry,
  DocumentEntry,
  ExpectedEntry,
  ExpectedRate,
  FindingEntry,
  GroupEntry,
  InputEntry,
  MetricEntry,
  MetricRowEntry,
  ObservationEntry,
  PlaceEntry,
  Tables,
  UnclaimedEntry,
  WitnessEntry,
} from '../data.ts';
import { site, unpack } from './site.ts';

declare global {
  interface Window {
    duibiao: (file: string, tables: Tables) => void;
  }
}

const waiting = new Map<string, (tables: Tables) => void>();
const loaded = new Map<string, Promise<Tables>>();

window.duibiao = (file, tables) => waiting.get(file)?.(tables);

/** Rejects where the file is missing beside the page. */
function loadFile(file: string): Promise<Tables> {
  const known = loaded.get(file);
  if (known) return known;
  const promise = new Promise<Tables>((resolve, reject) => {
    waiting.set(file, resolve);
    const script = document.createElement('script');
    script.src = `data/${file}`;
    script.onload = () => script.remove();
    script.onerror = () => {
      loaded.delete(file);
      script.remove();
      reject(new Error(`data/${file}`));
    };
    document.head.append(script);
  });
  loaded.set(file, promise);
  return promise;
}

/** Rows of one table over all its files, in order. */
async function loadTables(files: readonly string[]): Promise<<Row>(name: string) => Row[]> {
  const parts = await Promise.all(files.map(loadFile));
  return <Row>(name: string) => parts.flatMap((part) => unpack<Row>(part[name]));
}

export interface BureauBooks {
  documents: Map<string, DocumentEntry>;
  metrics: readonly MetricRowEntry[];
  findings: readonly FindingEntry[];
  places: Map<string, PlaceEntry[]>;
  observations: readonly ObservationEntry[];
  observation: Map<string, ObservationEntry>;
  /** metric value → observations it was computed from. */
  inputs: Map<string, string[]>;
  witnesses: Map<string, WitnessEntry[]>;
  breaks: readonly BreakEntry[];
}

const books = new Map<string, Promise<BureauBooks>>();

export function loadBureau(bureau: BureauEntry): Promise<BureauBooks> {
  const known = books.get(bureau.key) ?? readBooks(bureau);
  books.set(bureau.key, known);
  known.catch(() => books.delete(bureau.key));
  return known;
}

async function readBooks(bureau: BureauEntry): Promise<BureauBooks> {
  const rows = await loadTables(bureau.files);
  const observations = rows<ObservationEntry>('observations');
  return {
    documents: new Map(rows<DocumentEntry>('documents').map((one) => [one.id, one])),
    metrics: rows<MetricRowEntry>('metrics'),
    findings: rows<FindingEntry>('findings'),
    places: gather(rows<PlaceEntry>('places'), (one) => one.finding),
    observations,
    observation: new Map(observations.map((one) => [one.id, one])),
    inputs: new Map(
      [...gather(rows<InputEntry>('inputs'), (one) => one.metric)].map(([metric, inputs]) => [
        metric,
        inputs.map((one) => one.observation),
      ]),
    ),
    witnesses: gather(rows<WitnessEntry>('witnesses'), (one) => one.observation),
    breaks: rows<BreakEntry>('breaks'),
  };
}

/** Values of a metric in one year, or in every year. */
export function loadMetric(metric: MetricEntry, year: number | null): Promise<MetricRowEntry[]> {
  return loadYear(metric, year, 'metrics');
}

/** Peer groups of one year. */
export function loadGroups(metric: MetricEntry, year: number): Promise<GroupEntry[]> {
  return loadYear(metric, year, 'groups');
}

async function loadYear<Row extends { year: number }>(
  metric: MetricEntry,
  year: number | null,
  table: 'metrics' | 'groups',
): Promise<Row[]> {
  const files = metric.files.filter(({ years }) => year === null || years.includes(year));
  const rows = (await loadTables(files.flatMap((one) => one.files)))<Row>(table);
  return year === null ? rows : rows.filter((row) => row.year === year);
}

export async function loadUnclaimed(bureau: BureauEntry): Promise<UnclaimedEntry[]> {
  return (await loadTables(bureau.unclaimedFiles))<UnclaimedEntry>('unclaimed');
}

export async function loadFindings(files: readonly string[]) {
  const rows = await loadTables(files);
  return {
    findings: rows<FindingEntry>('findings'),
    places: gather(rows<PlaceEntry>('places'), (one) => one.finding),
  };
}

export async function loadCoverage(files: readonly string[]) {
  const rows = await loadTables(files);
  return { coverage: rows<CoverageEntry>('coverage'), documents: rows<DocumentEntry>('documents') };
}

export async function loadExpected() {
  const rows = await loadTables(site.index.expected);
  return { expected: rows<ExpectedEntry>('expected'), rates: rows<ExpectedRate>('rates') };
}

export async function loadChanges(): Promise<ChangeEntry[]> {
  return (await loadTables(site.index.changes))<ChangeEntry>('changes');
}

export function gather<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
