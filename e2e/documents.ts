// Reads the shell blocks of README and tours, which tests run as written.
import { dirname, join } from "node:path";

export const root = dirname(import.meta.dir);

export const textOf = (path: string) => Bun.file(join(root, path)).text();

interface Block {
  /** The language after the opening backticks. */
  info: string;
  code: string;
}

/** The fenced blocks of a Markdown document. */
export function blocksOf(text: string): Block[] {
  return Array.from(text.matchAll(/^ *```(?<info>[^\n]*)\n(?<code>.*?)^ *```/gms), ({ groups = {} }) => ({
    info: groups.info ?? "",
    code: groups.code ?? "",
  }));
}
