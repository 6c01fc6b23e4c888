import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { partsIn, withParts } from "./parts.ts";

const docs = join(import.meta.dir, "../../docs");

export interface Document {
  /** Relative to the root: `docs/architecture.md`. */
  name: string;
  path: string;
  text: string;
  /** The text with regenerated parts. */
  made: string;
}

/** The documents with parts generated from code. */
export function readDocuments(made: ReadonlyMap<string, string>): Document[] {
  const names = readdirSync(docs).filter((name) => name.endsWith(".md"));
  return names.sort().flatMap((name) => {
    const path = join(docs, name);
    const text = readFileSync(path, "utf8");
    return partsIn(text).length > 0 ? { name: `docs/${name}`, path, text, made: withParts(text, made) } : [];
  });
}
