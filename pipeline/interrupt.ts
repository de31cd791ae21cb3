/** Ctrl-C in the middle of a night: one line, and an end. Nothing has to be undone: the night is published whole or not at all. */
import type { Console } from './console.ts';
import { EXIT } from './exit-status.ts';
import type { Run } from './run.ts';

const SIGNALS = { SIGINT: EXIT.interrupted, SIGTERM: 143, SIGHUP: 129 } as const;

/** Returns how to stop listening. */
export function onInterrupt(run: Run, console: Console): () => void {
  const listeners = Object.entries(SIGNALS).map(([signal, status]) => {
    const listener = () => {
      run.progress.clear();
      console.err(
        console.say(
          '已中断：已发布的数据不变，再次运行会接着做\n',
          'Interrupted: published data are unchanged, the next run goes on from here\n',
        ),
      );
      process.exit(status);
    };
    process.once(signal, listener);
    return () => process.removeListener(signal, listener);
  });
  return () => {
    for (const stop of listeners) stop();
  };
}
