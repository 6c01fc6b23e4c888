// What can be known of a command without running it: that script, playbook, file, setting and option exist.
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./documents.ts";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const scripts: Record<string, string> = JSON.parse(read("package.json")).scripts;
const settings = ["compose.yml", "ci/stages/common.sh"].map(read).join("\n");
const variables = Array.from(new Bun.Glob("**/*.yml").scanSync({ cwd: join(root, "infra/ansible") }), (path) =>
  read(join("infra/ansible", path)),
).join("\n");

/** The name by which a command's proof is found: its program, with the part that makes it one of many. */
export function nameOf([program = "", first = ""]: string[]): string {
  return program === "docker" || program === "bun" ? `${program} ${first}` : program;
}

const missingFile = (path = "") => (existsSync(join(root, path)) ? null : `there is no ${path}`);

function missingScript(name = ""): string | null {
  return Object.hasOwn(scripts, name) ? null : `package.json has no script ${name}`;
}

/** The options of `words` of which `text` does not know. */
function unknownOption(words: string[], text: string): string | null {
  const options = words.filter((word) => /^--?[a-z]/.test(word)).map((word) => word.replace(/=.*/, ""));
  const unknown = options.find((option) => !text.includes(option));
  return unknown ? `no option ${unknown}` : null;
}

function wrongWithBun([word = "", ...rest]: string[]): string | null {
  if (word === "install") return null;
  if (word === "run") return missingScript(rest[0]);
  if (word === "test") return rest[0] ? missingFile(rest[0]) : null;
  if (word.endsWith(".js")) return read("Dockerfile").includes(word) ? null : `no image has ${word}`;
  if (word.includes("/")) return missingFile(word) ?? unknownOption(rest, read(word));
  return missingScript(word);
}

function wrongWithNpm([word = "", ...rest]: string[]): string | null {
  return missingScript(word === "run" ? rest[0] : word);
}

function wrongWithPlaybook(words: string[]): string | null {
  const books = words.filter((word) => word.startsWith("infra/"));
  if (books.length === 0) return "it names no playbook";
  const given = words.filter((_, at) => words[at - 1] === "-e").map((word) => word.replace(/=.*/s, ""));
  const unknown = given.find((name) => !new RegExp(`\\b${name}\\b`).test(variables));
  return books.map(missingFile).find((wrong) => wrong !== null) ?? (unknown ? `no role knows ${unknown}` : null);
}

function wrongWithSettings(words: string[]): string | null {
  const names = words.map((word) => word.replace(/=.*/s, ""));
  const unknown = names.find((name) => !settings.includes(name));
  return unknown ? `no setting ${unknown}` : null;
}

function wrongWithScript(path: string, words: string[]): string | null {
  if (path.includes("$")) return null; // the shell knows
  if (!existsSync(join(root, path))) return `there is no ${path}`;
  try {
    accessSync(join(root, path), constants.X_OK);
  } catch {
    return `${path} cannot be run`;
  }
  return unknownOption(words, read(path));
}

const FORMS: Record<string, (words: string[]) => string | null> = {
  bun: wrongWithBun,
  npm: wrongWithNpm,
  "ansible-playbook": wrongWithPlaybook,
  export: wrongWithSettings,
  cp: ([from = ""]) => (from.startsWith("..") ? null : missingFile(from)),
  python3: ([path]) => missingFile(path),
};

/** What is wrong with a command; null where nothing is, as far as can be known. */
export function wrongWith([program = "", ...words]: string[]): string | null {
  if (/^\.?ci\//.test(program)) return wrongWithScript(program, words);
  return FORMS[program]?.(words) ?? null;
}
