// Every command that the papers tell people to type is run by a test as it stands there, or has a proof by name and exists.
import { expect, test } from "bun:test";
import { existsSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { nameOf, wrongWith } from "./commands.ts";
import { type Block, blocksOf, documents, inlineCodeOf, root, textOf } from "./documents.ts";
import { commandsOf } from "./shell.ts";

interface Proof {
  /** The test that runs all blocks of the document, as they stand there. */
  all?: string;
  /** For other documents: the proof of each program. */
  by?: Record<string, string>;
  /** Headings below which commands are for machines that are not here, and why. */
  elsewhere?: Record<string, string>;
}

/** Which proof runs the commands of which document. One with commands that is not here fails. */
const PROOFS: Record<string, Proof> = {
  "README.md": { all: "e2e/newcomer.integration.ts" },
  "docs/tours/run-a-draw.md": { all: "e2e/browser/tours.integration.ts" },
  "docs/tours/check-a-draw.md": { all: "e2e/browser/tours.integration.ts" },
  "docs/tours/operate.md": { all: "e2e/deployment/tour.full.ts" },
  "CONTRIBUTING.md": { by: { npm: ".ci/run", ".ci/run": "ci/lab.test.ts" } },
  "docs/operations.md": {
    by: {
      "docker compose": "e2e/deployment/composed.ts",
      "docker swarm": "e2e/deployment/swarm.full.ts",
      export: "ci/stack/stack.test.ts",
      "ci/images": "ci/stages/images",
      "ci/deploy": "e2e/deployment/swarm.full.ts",
      "ci/backup": "e2e/deployment/backup.ts",
      "ci/restore": "e2e/deployment/backup.ts",
      cp: "e2e/ansible/lint.integration.ts",
      "ansible-playbook": "e2e/ansible/playbook.ts",
    },
    elsewhere: { "At Google Cloud": "needs an account there" },
  },
  "docs/pipeline.md": {
    by: {
      export: "ci/stages/stages.test.ts",
      "ci/stages/$stage": "e2e/pipeline/stages.ts",
      "ci/stages/unlock": "Jenkinsfile",
    },
    elsewhere: { Jenkins: "needs a host for Jenkins and a repository at GitHub" },
  },
};

const shell = ({ info }: Block) => /^(sh|bash|shell|console)?$/.test(info.trim());

/** What is wrong with the commands of a document. */
function problemsIn(text: string, { all, by = {}, elsewhere = {} }: Proof): string[] {
  if (all) return [];
  const blocks = blocksOf(text).filter((block) => shell(block) && !Object.hasOwn(elsewhere, block.heading));
  const commands = blocks.flatMap(({ code }) => commandsOf(code));
  return commands.flatMap((words) => {
    const wrong = Object.hasOwn(by, nameOf(words)) ? wrongWith(words) : `no proof is named for ${nameOf(words)}`;
    return wrong ? [`${words.join(" ")}: ${wrong}`] : [];
  });
}

test.each(documents)("the commands of %s", async (document) => {
  expect(problemsIn(await textOf(document), PROOFS[document] ?? {})).toEqual([]);
});

const PROVED = Object.entries(PROOFS).flatMap(([document, proof]) =>
  Object.entries({ ...proof.by, all: proof.all ?? "" }).flatMap(([name, path]) =>
    path ? [{ document, name, path }] : [],
  ),
);

test.each(PROVED)("$document, $name: $path proves it", async ({ document, name, path }) => {
  expect(existsSync(join(root, path))).toBe(true);
  const proof = await textOf(path);
  // What runs a document reads it; another proof is of the program that is named.
  const what = name === "all" ? basename(document) : name;
  if (name === "all" || /^ci\/[\w/]+$/.test(name)) expect([what, proof.includes(what)]).toEqual([what, true]);
});

test.each(Object.entries(PROOFS))("%s has what the table says of it", async (document, { by = {}, elsewhere = {} }) => {
  const text = await textOf(document);
  if (Object.keys(elsewhere).length > 0) expect(text).toMatch(/^Not (run|verified)/m); // its readers are told, too
  const blocks = blocksOf(text).filter(shell);
  const names = new Set(blocks.flatMap(({ code }) => commandsOf(code)).map(nameOf));
  expect(Object.keys(by).filter((name) => !names.has(name))).toEqual([]);
  expect(Object.keys(elsewhere).filter((heading) => !blocks.some((block) => block.heading === heading))).toEqual([]);
});

const isFolder = (path: string) => statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() ?? false;

test.each(documents.filter((path) => !path.startsWith("backlog/")))(
  "what %s names in a sentence exists",
  async (document) => {
    const named = inlineCodeOf(await textOf(document)).filter((code) =>
      /^(\.?ci\/|bun |npm |ansible-playbook )/.test(code),
    );
    const whole = named.filter((code) => !/[<…*{]|\.(ts|sh)$/.test(code));
    const commands = whole.flatMap(commandsOf).filter(([program = ""]) => !isFolder(program));
    expect(commands.map((words) => [words.join(" "), wrongWith(words)]).filter(([, wrong]) => wrong !== null)).toEqual(
      [],
    );
  },
);

test.each([
  ["ci/nothing", "no proof is named for ci/nothing"],
  ["ci/roll --gently core", "no option --gently"],
  ["npm run nothing", "package.json has no script nothing"],
  ["bun run nothing", "package.json has no script nothing"],
  ["bun test ./e2e/nothing.ts", "there is no ./e2e/nothing.ts"],
  ["ansible-playbook infra/ansible/nothing.yml", "there is no infra/ansible/nothing.yml"],
  ["ansible-playbook infra/ansible/site.yml -e nothing_known=1", "no role knows nothing_known"],
  ["export NOTHING_KNOWN=1", "no setting NOTHING_KNOWN"],
  ["python3 nothing.py", "there is no nothing.py"],
])("%s is found", (command, wrong) => {
  const known = ["ci/roll", "npm", "bun run", "bun test", "ansible-playbook", "export", "python3"];
  const proof = { by: Object.fromEntries(known.map((name) => [name, "anything"])) };
  expect(problemsIn(`\`\`\`sh\n${command}\n\`\`\``, proof)).toEqual([`${command}: ${wrong}`]);
});
