// A command's input and output, and its exit.

export interface World {
  print(line: string): void;
  complain(line: string): void;
  /** The default site of draws. */
  site: string;
}

/** Exit statuses; `verify` adds its own from 1 to 6 (docs/protocol.md section 9). */
export const STATUS = { done: 0, refused: 1, arguments: 2, unclear: 3, void: 4 } as const;

/** Ends a command with an exit status and advice. */
export class Stop extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
