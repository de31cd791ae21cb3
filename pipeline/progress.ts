/** Shows a person how far the night is: one live line on a terminal, a plain line now and then elsewhere. */
import { fitWidth } from './display-width.ts';
import type { Say } from './language.ts';

export interface Progress {
  /** A stage begins; `total` steps are ahead, null where it is not known. */
  stage(name: string, total: number | null): void;
  /** One more step of the stage is done. */
  step(what: string): void;
  /** A line that stays. */
  line(text: string): void;
  /** Takes the live line off the screen. */
  clear(): void;
}

export const quietProgress: Progress = { stage() {}, step() {}, line() {}, clear() {} };

export interface ProgressTarget {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

// A terminal that does not tell its width, or says 0.
const USUAL_COLUMNS = 80;
const REDRAW_MILLISECONDS = 100;
const PLAIN_LINE_MILLISECONDS = 10_000;

interface Stage {
  name: string;
  total: number | null;
  done: number;
  startedAt: number;
  shownAt: number;
}

export function showProgress(target: ProgressTarget, say: Say, milliseconds: () => number): Progress {
  const live = target.isTTY === true;
  let stage: Stage | null = null;
  let shown = false;
  const clear = () => {
    if (shown) target.write('\r\u001b[2K');
    shown = false;
  };
  const line = (text: string) => {
    clear();
    target.write(`${text}\n`);
  };
  return {
    clear,
    line,
    stage(name, total) {
      const now = milliseconds();
      stage = { name, total, done: 0, startedAt: now, shownAt: live ? 0 : now };
      if (!live) line(total === null ? name : `${name} (${total})`);
    },
    step(what) {
      if (stage === null) return;
      stage.done += 1;
      const now = milliseconds();
      if (now - stage.shownAt < (live ? REDRAW_MILLISECONDS : PLAIN_LINE_MILLISECONDS)) return;
      stage.shownAt = now;
      const text = describe(stage, what, now, say);
      if (!live) return line(text);
      clear();
      target.write(fitWidth(text, (target.columns || USUAL_COLUMNS) - 1));
      shown = true;
    },
  };
}

function describe(stage: Stage, what: string, now: number, say: Say): string {
  const seconds = Math.max(0.001, (now - stage.startedAt) / 1000);
  const rate = stage.done / seconds;
  const rateText = say(`${rate.toFixed(1)} 份/秒`, `${rate.toFixed(1)}/s`);
  if (stage.total === null) return `${stage.name} ${stage.done} · ${rateText} · ${what}`;
  const left = Math.ceil(Math.max(0, stage.total - stage.done) / rate);
  const leftText = say(`还需 ${printSeconds(left)}`, `${printSeconds(left)} left`);
  return `${stage.name} ${stage.done}/${stage.total} · ${rateText} · ${leftText} · ${what}`;
}

/** 75 → "1:15" */
function printSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}
