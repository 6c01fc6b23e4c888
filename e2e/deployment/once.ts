// A request is done once: what cannot be told from another one like it is not sent again by the proxy, all else is.
import { expect, test } from "bun:test";
import { call } from "../client.ts";
import { type Composed, until } from "./composed.ts";
import { run } from "./lab.ts";

const body = { rule: "order/1", params: {}, entries: ["Ada", "Grace", "Emmy"], draw: "now" };
const TOGETHER = 12; // requests; about half of them go to either instance

interface Way {
  path: string;
  key?: string;
  repeat?: () => string;
}

export function testOnce(site: () => Composed): void {
  test("what an instance took with it is sent again only where that makes no second draw", async () => {
    const again = await voidDraw(site());
    const ways: Way[] = [
      { path: "/api/draws" },
      { path: "/api/draws/" },
      again,
      { path: "/api/draws", repeat: () => crypto.randomUUID() },
      { ...again, repeat: () => crypto.randomUUID() },
    ];
    await site().compose(["up", "--detach", "--wait", "--no-recreate", "--scale", "core=2"]);
    const [, second = ""] = await site().containers("core");
    const pid = Number(await run(["docker", "inspect", "--format", "{{.State.Pid}}", second]));
    await until("the proxy knows both", () => isAsked(site(), second));
    process.kill(pid, "SIGSTOP"); // it takes requests, as a machine that is about to fail, and answers none
    const asked = ways.map((way, at) => ask(site().http, way, `Once ${at}`));
    await until("the one that works has answered its half", async () => (await count(site(), 3)) > 0);
    process.kill(pid, "SIGKILL");
    const statuses = await Promise.all(asked);
    for (const [at, { repeat }] of ways.entries()) {
      const made = statuses[at]?.filter((status) => status === 201).length ?? 0;
      expect([at, await count(site(), at)]).toEqual([at, made]);
      expect([at, statuses[at]?.filter((status) => status !== 201)]).toEqual([at, Array(TOGETHER - made).fill(503)]);
      expect([at, made < TOGETHER]).toEqual([at, !repeat]);
    }
    await site().compose(["up", "--detach", "--wait", "--no-recreate", "--scale", "core=1"]);
  });
}

async function isAsked({ http }: Composed, container: string): Promise<boolean> {
  await fetch(`${http}/api/draws`);
  const metrics = "exec 3<>/dev/tcp/127.0.0.1/9000; printf 'GET /metrics HTTP/1.0\\r\\n\\r\\n' >&3; timeout 5 cat <&3";
  return (await run(["docker", "exec", container, "bash", "-c", metrics])).includes('route="/api/draws"');
}

async function voidDraw(site: Composed): Promise<Way> {
  const made = await call(site.http, "POST", "/api/draws", { body: { ...body, title: "Void", draw: "later" } });
  const { id = "", manageKey: key = "" } = made?.body ?? {};
  await call(site.http, "POST", `/api/draws/${id}/lock`, { key, body: {} });
  const reason = "To be made anew";
  expect(await call(site.http, "POST", `/api/draws/${id}/void`, { key, body: { reason } })).toMatchObject({
    body: { state: "void" },
  });
  return { path: `/api/draws/${id}/redraw`, key };
}

async function ask(url: string, { path, key, repeat }: Way, title: string): Promise<(number | undefined)[]> {
  const asked = Array.from({ length: TOGETHER }, async () => {
    const headers = { ...(key ? { key } : {}), ...(repeat ? { repeat: repeat() } : {}) };
    return (await call(url, "POST", path, { ...headers, body: { ...body, title } }))?.status;
  });
  return Promise.all(asked);
}

/** How many draws the database has of one way. */
async function count(site: Composed, way: number): Promise<number> {
  const sql = `select count(*) from core.draw where title = 'Once ${way}'`;
  return Number((await site.inside("postgres", `psql -U postgres -tA fairhat -c "${sql}"`)).out);
}
