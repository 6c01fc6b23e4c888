// What is caught may be anything.

/** The code of a system's or a database's error, such as ENOENT; empty without one. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** The message of an error; of any other value its text. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
