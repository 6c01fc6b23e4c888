// Images that exist only in tests: a broken version, and one with another rule.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, run } from "./lab.ts";

/** `service` at `revision`, changed to start and never become healthy. Returns the tag. */
export async function brokenImage(service: string, revision: string): Promise<string> {
  return derivedImage(service, revision, "broken", [
    'HEALTHCHECK --interval=1s --timeout=2s --start-period=1s --retries=2 CMD ["false"]',
    'ENTRYPOINT ["sleep", "600"]',
  ]);
}

/** `service` at `revision` under another revision's name. Returns the tag. */
export async function renamedImage(service: string, revision: string, tag: string): Promise<string> {
  await run(["docker", "tag", `fairhat/${service}:${revision}`, `fairhat/${service}:${tag}`]);
  return tag;
}

async function derivedImage(service: string, revision: string, tag: string, lines: string[]): Promise<string> {
  const recipe = [`FROM fairhat/${service}:${revision}`, ...lines].join("\n");
  const building = Bun.spawn(["docker", "build", "--quiet", "--tag", `fairhat/${service}:${tag}`, "-"], {
    stdin: new Blob([recipe]),
    stdout: "ignore",
  });
  if ((await building.exited) !== 0) throw new Error(`the image fairhat/${service}:${tag} was not built`);
  return tag;
}

/** The rules service with one more rule version. Returns the tag. */
export function imageWithAnotherRule(rule: string): Promise<string> {
  const more = {
    file: "rules/catalogue/check.ts",
    after: "const published: Rule[] = [",
    text: `{ ...winners, name: "${rule}" }, `,
  };
  return changedImage("rules", "another-rule", more);
}

/** The migrations with one more, as a later version may have: core's draws get `column`. */
export function migrationsWithColumn(tag: string, column: string): Promise<string> {
  const up = `up: (db) => db.schema.withSchema(SCHEMA).alterTable("draw").addColumn("${column}", "text").execute()`;
  const after = "export const migrations: Record<string, Migration> = {";
  return changedImage("migrations", tag, { file: "core/db/migrations.ts", after, text: ` "9999-later": { ${up} },` });
}

interface Addition {
  file: string;
  after: string;
  text: string;
}

/** A service's image built from changed sources. Returns the tag. */
async function changedImage(service: string, tag: string, { file, after, text }: Addition): Promise<string> {
  const sources = mkdtempSync(join(tmpdir(), "fairhat-sources-"));
  try {
    const files = await run(["git", "ls-files", "--cached", "--others", "--exclude-standard"]);
    for (const name of files.split("\n").filter((one) => !/^(backlog|docs)\//.test(one))) {
      if (await Bun.file(join(root, name)).exists()) cpSync(join(root, name), join(sources, name), { recursive: true });
    }
    const source = Bun.file(join(sources, file));
    const before = await source.text();
    if (!before.includes(after)) throw new Error(`${file} has no "${after}" to add to`);
    await Bun.write(source, before.replace(after, after + text));
    const settings = ["--build-arg", `SERVICE=${service}`, "--tag", `fairhat/${service}:${tag}`];
    await run(["docker", "build", "--quiet", "--target", "service", ...settings, sources]);
    return tag;
  } finally {
    rmSync(sources, { recursive: true });
  }
}
