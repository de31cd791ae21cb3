/** `duibiao report`: the workbook of one bureau and those it is compared with, or of a province; of some years and metrics. */
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Selection } from '../../reports/workbook/read-benchmarks.ts';
import { writeWholeWith } from '../../sources/whole-file.ts';
import { METRICS } from '../../transforms/metrics/index.ts';
import type { Warehouse } from '../../warehouse/connect.ts';
import type { Console } from '../console.ts';
import { EXIT, type ExitStatus, Trouble } from '../exit-status.ts';
import { findBureau, printBureau } from '../find-bureau.ts';
import { withPublished } from '../published.ts';

export interface ReportOptions {
  data?: string;
  bureau?: string;
  province?: string;
  peers?: string;
  years?: string;
  metrics?: string;
  out?: string;
}

export async function reportCommand(options: ReportOptions, console: Console): Promise<ExitStatus> {
  const { writeWorkbook } = await import('../../reports/workbook/write-workbook.ts');
  const written = await withPublished(options.data, async (warehouse, paths) => {
    const about = subjectOf(warehouse, options);
    const selection: Selection = {
      subject: about.subject,
      bureaus: about.bureaus,
      years: options.years === undefined ? null : readYears(options.years),
      metrics: options.metrics === undefined ? null : readMetrics(options.metrics),
    };
    const name = fileNameOf(about.file);
    const path = options.out === undefined ? join(paths.folder, 'out', `${name}.xlsx`) : resolve(options.out);
    mkdirSync(dirname(path), { recursive: true });
    await writeWholeWith(path, (draft) =>
      writeWorkbook(warehouse, draft, { language: console.language, selection }),
    );
    return { path, bureaus: about.bureaus.length, name: about.name };
  });
  if (!console.quiet) {
    console.out(
      console.say(
        `${written.name}，共 ${written.bureaus} 个单位：${written.path}\n`,
        `${written.name}, ${written.bureaus} bureaus: ${written.path}\n`,
      ),
    );
  }
  return EXIT.ok;
}

interface About {
  subject: string | null;
  bureaus: string[];
  name: string;
  /** Name of the file, before its ending. */
  file: string;
}

function subjectOf(warehouse: Warehouse, { bureau, province, peers }: ReportOptions): About {
  if (bureau !== undefined && province === undefined) {
    const subject = findBureau(warehouse, bureau);
    const others = peers === undefined ? [] : peersOf(warehouse, subject.bureauId, peers);
    return {
      subject: subject.bureauId,
      bureaus: [...new Set([subject.bureauId, ...others])],
      name: printBureau(subject),
      file: subject.bureauName ?? subject.bureauId,
    };
  }
  if (province !== undefined && bureau === undefined) {
    return { subject: null, bureaus: bureausOf(warehouse, province), name: province, file: province };
  }
  throw new Trouble(
    '请用 --bureau 指定一个单位，或用 --province 指定一个省份（二者取一）。',
    'Name a bureau with --bureau, or a province with --province, not both.',
    EXIT.usage,
  );
}

function bureausOf({ sqlite }: Warehouse, province: string): string[] {
  const all = sqlite
    .prepare<[], { bureauId: string; province: string }>(
      `SELECT bureau_id AS bureauId, province FROM bureau_rows WHERE province IS NOT NULL ORDER BY bureau_id`,
    )
    .all();
  const own = all.filter((one) => one.province === province);
  if (own.length > 0) return own.map(({ bureauId }) => bureauId);
  const known = [...new Set(all.map((one) => one.province))].join('、');
  throw new Trouble(
    `没有省份“${province}”的单位。数据仓库里有：${known}`,
    `No bureau of the province "${province}". The warehouse has: ${known}`,
    EXIT.usage,
  );
}

/** Bureaus named with commas; `auto`: those of the narrowest group that its latest metrics were ranked in. */
function peersOf(warehouse: Warehouse, bureauId: string, peers: string): string[] {
  if (peers.trim() !== 'auto') {
    return listOf(peers).map((name) => findBureau(warehouse, name).bureauId);
  }
  return warehouse.sqlite
    .prepare<[{ bureauId: string }], string>(
      `WITH own AS (
         SELECT metric, scope, fiscal_year, ground, peer_group FROM metric_rows
         WHERE bureau_id = @bureauId AND peer_group IS NOT NULL
         ORDER BY fiscal_year DESC, substr(peer_group, instr(peer_group, '=') + 1), metric LIMIT 1)
       SELECT DISTINCT m.bureau_id FROM own JOIN metric_rows m USING (metric, scope, fiscal_year, ground, peer_group)
       ORDER BY m.bureau_id`,
    )
    .pluck()
    .all({ bureauId });
}

/** "2022-2024" "2022,2024" "2024". */
const YEARS = /^(\d{4})(?:[-–—至](\d{4}))?$/u;

export function readYears(years: string): number[] {
  return listOf(years).flatMap((part) => {
    const [, first, last = first] = YEARS.exec(part) ?? [];
    if (first === undefined || Number(last) < Number(first)) {
      throw new Trouble(
        `看不懂年度“${part}”。例如：2022-2024 或 2022,2024`,
        `Not a year: "${part}". For example 2022-2024 or 2022,2024`,
        EXIT.usage,
      );
    }
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index);
  });
}

/** By id, whole Chinese name, or the beginning of an id that stands for a family ("three_public"). */
export function readMetrics(metrics: string): string[] {
  return listOf(metrics).flatMap((wanted) => {
    const found = METRICS.filter(
      ({ id, zh, family }) =>
        id === wanted || zh === wanted || family === wanted || id.startsWith(`${wanted}.`),
    );
    if (found.length > 0) return found.map(({ id }) => id);
    throw new Trouble(
      `没有指标“${wanted}”。可用：${METRICS.map(({ id }) => id).join(' ')}`,
      `No metric "${wanted}". There are: ${METRICS.map(({ id }) => id).join(' ')}`,
      EXIT.usage,
    );
  });
}

function listOf(text: string): string[] {
  return text
    .split(/[,，、]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Characters that some file system refuses. */
function fileNameOf(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_');
}
