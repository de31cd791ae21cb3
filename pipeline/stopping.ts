/** A night that is asked to end finishes the document in hand, keeps what it has done, and ends. */
import { EXIT, Trouble } from './exit-status.ts';
import type { Run } from './run.ts';

export class Stopped extends Trouble {}

/** Throws `Stopped` where somebody asked for an end. */
export function stopIfAsked(run: Pick<Run, 'isStopping'>): void {
  if (!run.isStopping()) return;
  throw new Stopped(
    '已按要求停止：已发布的数据不变，再次运行会接着做',
    'Stopped as asked: published data are unchanged, the next run goes on from here',
    EXIT.stopped,
  );
}
