// What breaks recovers without help, and nothing is lost or doubled.
import { expect, test } from "bun:test";
import { call } from "../client.ts";
import { type Composed, until } from "./composed.ts";
import { run } from "./lab.ts";
import { expectHolding, startLoad } from "./load.ts";
import { expectHeaders } from "./routes.ts";

const order = { title: "Kept", rule: "order/1", params: {}, entries: ["Ada", "Grace", "Emmy"], draw: "now" };

export function testFaults(site: () => Composed): void {
  test.each(["core", "random-a", "random-b", "rules", "postgres", "proxy"])(
    "%s is killed and comes back",
    async (service) => {
      const [container = ""] = await site().containers(service);
      const pid = await run(["docker", "inspect", "--format", "{{.State.Pid}}", container]);
      process.kill(Number(pid), "SIGKILL");
      await until(`a draw after ${service} was killed`, async () => {
        const made = await call(site().http, "POST", "/api/draws", { body: order });
        return made?.status === 201 && made.body.state === "drawn";
      });
    },
  );

  test("without core, people get a page and programs a problem; once core is back, all is as before", async () => {
    await site().compose(["stop", "core"]);
    const page = await fetch(`${site().http}/`, { headers: { accept: "text/html" } });
    expect([page.status, page.headers.get("content-type"), page.headers.get("retry-after")]).toEqual([
      503,
      "text/html",
      "5",
    ]);
    expectHeaders(page);
    expect(await page.text()).toContain("will be back in a moment");
    // The address also identifies programs, because some accept any type.
    for (const [path, accept] of [
      ["/draws", "application/json"],
      ["/api/draws", "*/*"],
      ["/api/draws", "text/html"],
      [`/api/draws/${"0".repeat(32)}/record`, "text/html,*/*"],
    ] as const) {
      const problem = await fetch(site().http + path, { headers: { accept } });
      expect([problem.status, problem.headers.get("content-type"), problem.headers.get("retry-after")]).toEqual([
        503,
        "application/problem+json",
        "5",
      ]);
      expect(await problem.json()).toMatchObject({ status: 503, reason: "unavailable" });
    }
    await site().compose(["start", "core"]);
    await until("core is back", async () => (await fetch(`${site().http}/`)).ok);
  });

  test("without rules the answer names the silent service, and nothing of the runtime's message", async () => {
    await site().compose(["stop", "rules"]);
    const answers = [
      await fetch(`${site().http}/api/rules?${crypto.randomUUID()}`),
      await fetch(`${site().http}/rules?${crypto.randomUUID()}`),
    ];
    for (const answer of answers) {
      const said = await answer.text();
      expect([answer.status, said]).toEqual([503, expect.stringMatching(/rules does not answer/i)]);
      expect(said).not.toMatch(/connect|computer|url\?|timed? ?out/i);
    }
    await site().compose(["start", "rules"]);
    await until("rules are back", async () => (await fetch(`${site().http}/api/rules`)).ok);
  });

  test("PostgreSQL stops and starts under load: 503 meanwhile, no draw lost or doubled", async () => {
    const before = await drawsKept(site());
    const load = startLoad(site().http, "PostgreSQL away", 40_000); // requests during the stop are answered when it is over
    const repeat = crypto.randomUUID();
    await Bun.sleep(1_000);
    await site().compose(["stop", "postgres"]);
    const refused = await call(site().http, "POST", "/api/draws", { body: order, repeat });
    expect(refused).toMatchObject({ status: 503, body: { reason: expect.stringMatching(/unavailable/) } });
    await site().compose(["start", "postgres"]);
    const again = () => call(site().http, "POST", "/api/draws", { body: order, repeat });
    await until("draws are made again", async () => (await again())?.status === 201);
    const [first, second] = [await again(), await again()];
    expect(first?.body.id).toBe(second?.body.id ?? "");
    const { failed, draws } = await load.stop();
    expect(failed.filter((why) => !/: 503 /.test(why))).toEqual([]);
    await expectHolding([...draws, first?.body.id ?? ""], site().http);
    // Each request has its own key. A refused one may exist once; answered ones exist exactly once.
    const answered = draws.length + 1;
    const unanswered = failed.filter((why) => why.includes(": POST /api/draws:")).length;
    const made = (await drawsKept(site())) - before;
    console.error(`PostgreSQL away: ${made} draws in the database, ${answered} answered, ${unanswered} refused`);
    expect(made).toBeGreaterThanOrEqual(answered);
    expect(made).toBeLessThanOrEqual(answered + unanswered);
  });
}

async function drawsKept(site: Composed): Promise<number> {
  const { out } = await site.inside("postgres", "psql -U postgres -tAc 'select count(*) from core.draw' fairhat");
  return Number(out);
}
