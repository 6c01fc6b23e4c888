// What is made from the code stands in documents between two comments that name it, which a forge does not show:
//   <!-- made by npm run docs: network -->
//   …
//   <!-- end of network -->

/** What stands first in the comment that begins a part: who makes it. */
const DOCS = "made by npm run docs";

const partsBy = (maker: string) => new RegExp(`<!-- ${maker}: ([a-z-]+) -->\\n.*?<!-- end of \\1 -->`, "gs");

/** The names of the parts in a document, in order. Throws where one has no end. */
export function partsIn(document: string, maker = DOCS): string[] {
  const names = Array.from(document.matchAll(partsBy(maker)), ([, name = ""]) => name);
  const begun = document.split(`<!-- ${maker}: `).length - 1;
  if (begun !== names.length)
    throw new Error(`${begun - names.length} of ${begun} parts have no end: <!-- end of name -->`);
  return names;
}

/** The document with its parts made anew. Throws where it names a part that nothing makes. */
export function withParts(document: string, made: ReadonlyMap<string, string>, maker = DOCS): string {
  return document.replace(partsBy(maker), (_, name: string) => {
    const text = made.get(name);
    if (text === undefined) throw new Error(`nothing makes ${name}; there are ${[...made.keys()].join(", ")}`);
    return `<!-- ${maker}: ${name} -->\n${text.trim()}\n<!-- end of ${name} -->`;
  });
}

/** A picture as forges render it. */
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
