// Images that exist only in tests: a version that is broken, and one that knows a rule more.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, run } from "./lab.ts";

/** `service` at `revision`, made to start and never to get healthy. Answers the tag. */
export async function brokenImage(service: string, revision: string): Promise<string> {
  return derivedImage(service, revision, "broken", [
    'HEALTHCHECK --interval=1s --timeout=2s --start-period=1s --retries=2 CMD ["false"]',
    'ENTRYPOINT ["sleep", "600"]',
  ]);
}

/** `service` at `revision` as another revision: the same program, which tells another name. Answers the tag. */
export async function renamedImage(service: string, revision: string, tag: string): Promise<string> {
  return derivedImage(service, revision, tag, [
    `ENV FAIRHAT_REVISION=${tag}`,
    `LABEL org.opencontainers.image.revision=${tag}`,
  ]);
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

/** The rules service with one rule version more, from sources that are changed for the test. Answers the tag. */
export async function imageWithAnotherRule(rule: string): Promise<string> {
  const sources = mkdtempSync(join(tmpdir(), "fairhat-sources-"));
  try {
    const files = await run(["git", "ls-files", "--cached", "--others", "--exclude-standard"]);
    for (const file of files.split("\n").filter((name) => !/^(backlog|docs)\//.test(name))) {
      if (await Bun.file(join(root, file)).exists()) cpSync(join(root, file), join(sources, file), { recursive: true });
    }
    const catalogue = Bun.file(join(sources, "rules/catalogue/check.ts"));
    const changed = (await catalogue.text()).replace("= [winners,", `= [{ ...winners, name: "${rule}" }, winners,`);
    if (!changed.includes(rule)) throw new Error("rules/catalogue/check.ts has no list of rules to add to");
    await Bun.write(catalogue, changed);
    const settings = ["--target", "service", "--build-arg", "SERVICE=rules", "--tag", "fairhat/rules:another-rule"];
    await run(["docker", "build", "--quiet", ...settings, sources]);
    return "another-rule";
  } finally {
    rmSync(sources, { recursive: true });
  }
}
