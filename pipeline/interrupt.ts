/**
 * Ctrl-C in the middle of a night: one line, and an end. A service manager's SIGTERM waits for the document in hand,
 * and a second one does not. Nothing has to be undone: the night is published whole or not at all.
 */
import type { Console } from './console.ts';
import { EXIT } from './exit-status.ts';
import { askToStop, type Run } from './run.ts';

const AT_ONCE = { SIGINT: EXIT.interrupted, SIGHUP: 129 } as const;

/** Returns how to stop listening. */
export function onInterrupt(run: Run, console: Console): () => void {
  const end = (status: number) => {
    run.progress.clear();
    console.err(
      console.say(
        '已中断：已发布的数据不变，再次运行会接着做\n',
        'Interrupted: published data are unchanged, the next run goes on from here\n',
      ),
    );
    process.exit(status);
  };
  const onTerm = () => {
    if (run.isStopping()) end(EXIT.stopped);
    askToStop();
  };
  const listeners = Object.entries(AT_ONCE).map(([signal, status]) => [signal, () => end(status)] as const);
  for (const [signal, listener] of listeners) process.once(signal, listener);
  process.on('SIGTERM', onTerm);
  return () => {
    for (const [signal, listener] of listeners) process.removeListener(signal, listener);
    process.removeListener('SIGTERM', onTerm);
  };
}
