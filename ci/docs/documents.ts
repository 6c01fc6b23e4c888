import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { partsIn, withParts } from "./parts.ts";

const docs = join(import.meta.dir, "../../docs");

export interface Document {
  /** From the root of the repository: `docs/architecture.md`. */
  name: string;
  path: string;
  text: string;
  /** The text with the parts that the code makes now. */
  made: string;
}

/** The documents that have parts made from the code. */
export function readDocuments(made: ReadonlyMap<string, string>): Document[] {
  const names = readdirSync(docs).filter((name) => name.endsWith(".md"));
  return names.sort().flatMap((name) => {
    const path = join(docs, name);
    const text = readFileSync(path, "utf8");
    return partsIn(text).length > 0 ? { name: `docs/${name}`, path, text, made: withParts(text, made) } : [];
  });
}
