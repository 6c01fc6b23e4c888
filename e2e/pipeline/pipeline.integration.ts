// A push reaches the site, and nothing else changes. This tests the scripts and their order, not Jenkins; see
// docs/pipeline.md.
import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { labIsThere } from "../deployment/lab.ts";
import { expectGreen, line, pushes } from "./pushes.ts";
import { signatureOf } from "./signature.ts";
import { SECRET } from "./site.ts";

setDefaultTimeout(600_000);

describe.if(await labIsThere())("a push", () => {
  const { site, pushed, lost, underLoad } = pushes();

  test("of one line in random-b redeploys random-b alone", async () => {
    const before = await site().containers();
    const build = await underLoad("one line in random-b", { "random-b/main.ts": line });
    expectGreen(build);
    const { "random-b": one, ...others } = await site().containers();
    const { "random-b": other, ...same } = before;
    expect(others).toEqual(same);
    expect(one).not.toBe(other);
    expect(await site().running()).toContain(`random-b ${build.commit} 1`);
  });

  test("whose build is lost while it deploys is live nevertheless", async () => {
    const when = (said: string) => said.includes("roll random-b: starting");
    const build = await lost({ "random-b/main.ts": line }, { script: "ci/stages/deploy", when });
    expect(await site().running()).toContain(`random-b ${build.commit} 1`);
  });

  test("of words in docs/ deploys nothing", async () => {
    const before = await site().containers();
    const build = await pushed({ "docs/architecture.md": line });
    expectGreen(build);
    expect(build.said).toContain("nothing to deploy");
    expect(await site().containers()).toEqual(before);
  });

  // A fault that shows only on the site: acceptance has no operator. random-a is healthy by then, and must be rolled
  // back, too.
  test("of a service that does not start is rolled back", async () => {
    const before = await site().running();
    const broken = (text: string) => `if (process.env.OPERATOR) throw new Error("broken on purpose");\n${text}`;
    const file = Bun.file(join(site().repository.work.folder, "random-b/main.ts"));
    const good = await file.text();
    const build = await underLoad("a broken random-b", { "random-a/main.ts": line, "random-b/main.ts": broken });
    expect(build.red).toBe("Deploy");
    expect(build.said).toMatch(/ is taken back; \S+ serves\n(.*\n)*rollback: the site runs what it ran before/);
    expect(await site().running()).toBe(before);
    await file.write(good);
  });

  test("without a valid signature is refused, and a repeated one builds nothing", async () => {
    const many = site().receiver.builds.length;
    const body = JSON.stringify({ ref: "refs/heads/main" });
    const send = async (signature: string) => {
      const headers = { "x-github-event": "push", "x-hub-signature-256": signature };
      return (await fetch(site().receiver.url, { method: "POST", headers, body })).status;
    };
    expect(await send(signatureOf("guessed", new TextEncoder().encode(body)))).toBe(403);
    expect(await send(signatureOf(SECRET, new TextEncoder().encode(body)))).toBe(200);
    await site().receiver.idle();
    expect(site().receiver.builds).toHaveLength(many);
  });
});
