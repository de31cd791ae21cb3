/** What a shell script may rely on after `duibiao`. */
export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  /** The night is complete, and something in it could not be read. */
  quarantined: 3,
  /** 128 + SIGINT, as shells count. */
  interrupted: 130,
  /** 128 + SIGTERM: the night ended after the document in hand. */
  stopped: 143,
} as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** A trouble that a person can do something about: shown as its sentence alone, never with a stack. */
export class Trouble extends Error {
  readonly english: string;
  readonly status: ExitStatus;
  constructor(chinese: string, english: string, status: ExitStatus = EXIT.failed, cause?: unknown) {
    super(chinese, { cause });
    this.name = 'Trouble';
    this.english = english;
    this.status = status;
  }
}
