// What is made from the code stands in documents between two comments that name it, which a forge does not show:
//   <!-- made by npm run docs: network -->
//   …
//   <!-- end of network -->

const BEGIN = "<!-- made by npm run docs: ";
const PART = new RegExp(`${BEGIN}([a-z-]+) -->\\n.*?<!-- end of \\1 -->`, "gs");

/** The names of a document's parts, in order. Throws if one has no end. */
export function partsIn(document: string): string[] {
  const names = Array.from(document.matchAll(PART), ([, name = ""]) => name);
  const begun = document.split(BEGIN).length - 1;
  if (begun !== names.length)
    throw new Error(`${begun - names.length} of ${begun} parts have no end: <!-- end of name -->`);
  return names;
}

/** The document with regenerated parts. Throws for a part without a generator. */
export function withParts(document: string, made: ReadonlyMap<string, string>): string {
  return document.replace(PART, (_, name: string) => {
    const text = made.get(name);
    if (text === undefined) throw new Error(`nothing makes ${name}; there are ${[...made.keys()].join(", ")}`);
    return `${BEGIN}${name} -->\n${text.trim()}\n<!-- end of ${name} -->`;
  });
}

/** A Mermaid picture, as forges render it. */
export function mermaid(...lines: string[]): string {
  return ["```mermaid", ...lines, "```"].join("\n");
}

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [row(heads), `|${heads.map(() => "---").join("|")}|`, ...rows.map(row)].join("\n");
}

export function code(name: string): string {
  return `\`${name}\``;
}
