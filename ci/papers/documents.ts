// Reading Markdown as the checks of the papers need it: documents, links, anchors, code.
import { dirname, join } from "node:path";

export const root = dirname(dirname(import.meta.dir));

const NOT_OURS = /(^|\/)(node_modules|\.bun-runtime|\.cache|\.fairhat|reports)\//;

/** Every document of the repository, backlog included, by its path from the root. */
export const documents = Array.from(new Bun.Glob("**/*.md").scanSync({ cwd: root, dot: true }))
  .filter((path) => !NOT_OURS.test(path))
  .sort();

export const textOf = (path: string) => Bun.file(join(root, path)).text();

const FENCED = /^ *```(?<info>[^\n]*)\n(?<code>.*?)^ *```/gms;
const INLINE = /`([^`\n]+)`/g;

export interface Block {
  /** What stands behind the opening backticks. */
  info: string;
  code: string;
  /** The heading under which it stands. */
  heading: string;
}

/** The fenced blocks of a document. */
export function blocksOf(text: string): Block[] {
  return Array.from(text.matchAll(FENCED), ({ index, groups = {} }) => ({
    info: groups.info ?? "",
    code: groups.code ?? "",
    heading: headingsOf(text.slice(0, index)).at(-1) ?? "",
  }));
}

/** What stands between single backticks, outside of fenced blocks. */
export function inlineCodeOf(text: string): string[] {
  return Array.from(text.replace(FENCED, "").matchAll(INLINE), ([, code = ""]) => code);
}

/** The addresses of links and pictures. */
export function linksOf(text: string): string[] {
  const prose = text.replace(FENCED, "").replace(INLINE, "code");
  return Array.from(prose.matchAll(/\]\(([^()\s]+)\)/g), ([, to = ""]) => to);
}

function headingsOf(text: string): string[] {
  return Array.from(text.replace(FENCED, "").matchAll(/^#{1,6} +(.+?) *$/gm), ([, heading = ""]) => heading);
}

/** What a link may name behind its #, as forges make it of headings. */
export function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  for (const heading of headingsOf(text)) {
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
    const slug = plain.replace(/[^\p{L}\p{N}_\- ]/gu, "").replaceAll(" ", "-");
    let anchor = slug;
    for (let again = 1; anchors.has(anchor); again += 1) anchor = `${slug}-${again}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** The tables of a document: for each row its cells by the names of the columns. */
export function rowsOf(text: string): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  let names: string[] | null = null;
  for (const line of text.split("\n")) {
    const cells = line.startsWith("|") ? line.split("|").slice(1, -1) : null;
    if (!cells) names = null;
    else if (!names) names = cells.map((cell) => cell.trim());
    else if (!/^[|\-: ]+$/.test(line))
      rows.push(Object.fromEntries(cells.map((cell, at) => [names?.[at] ?? "", cell.trim()])));
  }
  return rows;
}
