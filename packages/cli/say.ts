// What a command needs of the world, and how it ends.

export interface World {
  print(line: string): void;
  complain(line: string): void;
  /** The site of draws, where the arguments name none. */
  site: string;
}

/** Exit statuses; `verify` adds its own from 1 to 6 (docs/protocol.md section 9). */
export const STATUS = { done: 0, refused: 1, arguments: 2, unclear: 3, void: 4 } as const;

/** Ends a command with a status and what to do. */
export class Stop extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
