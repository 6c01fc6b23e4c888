// The proxy repeats only requests that cannot have a second effect.
import { expect, test } from "bun:test";
import { call } from "../client.ts";
import { type Composed, until } from "./composed.ts";
import { run } from "./lab.ts";

const body = { rule: "order/1", params: {}, entries: ["Ada", "Grace", "Emmy"], draw: "now" };
const MOST = 40; // requests per kind; about half reach each instance
const PATIENCE = 3_000; // milliseconds; a working instance answers sooner

interface Way {
  path: string;
  key?: string;
  repeat?: () => string;
}

export function testOnce(site: () => Composed): void {
  test("a request lost with its instance is repeated only if that makes no second draw", async () => {
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
    process.kill(pid, "SIGSTOP"); // accepts requests like a failing machine, and answers none
    const asked = await Promise.all(ways.map((way, at) => askUntilHeld(site().http, way, `Once ${at}`)));
    await Bun.sleep(PATIENCE); // merely slow instances answer in this time
    const held = asked.map((all) => all.filter(({ status }) => status === undefined));
    process.kill(pid, "SIGKILL");
    for (const [at, { repeat }] of ways.entries()) {
      const statuses = await statusesOf(asked[at] ?? []);
      const taken = held[at] ?? [];
      expect([at, taken.length > 0]).toEqual([at, true]);
      expect([at, await statusesOf(taken)]).toEqual([at, taken.map(() => (repeat ? 201 : 503))]);
      const made = statuses.filter((status) => status === 201).length;
      expect([at, statuses.length - made]).toEqual([at, repeat ? 0 : taken.length]);
      expect([at, await count(site(), at)]).toEqual([at, made]);
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

interface Asked {
  answer: Promise<unknown>;
  since: number;
  /** Undefined until it is answered. */
  status?: number | null;
}

/** Sends requests until one stays unanswered while a later one, at the working instance, is answered. */
async function askUntilHeld(url: string, way: Way, title: string): Promise<Asked[]> {
  const asked: Asked[] = [];
  while (asked.length < MOST) {
    const one = ask(url, way, title);
    asked.push(one);
    await Promise.race([one.answer, Bun.sleep(500)]);
    const isHeld = ({ status, since }: Asked) => status === undefined && performance.now() - since > PATIENCE;
    if (one.status !== undefined && asked.some(isHeld)) return asked;
  }
  throw new Error(`of ${MOST} requests to ${way.path} the silent instance took none`);
}

function ask(url: string, { path, key, repeat }: Way, title: string): Asked {
  const headers = { ...(key ? { key } : {}), ...(repeat ? { repeat: repeat() } : {}) };
  const answer = call(url, "POST", path, { ...headers, body: { ...body, title } });
  const asked: Asked = { answer, since: performance.now() };
  answer.then((reply) => {
    asked.status = reply?.status ?? null;
  });
  return asked;
}

async function statusesOf(asked: Asked[]): Promise<(number | null | undefined)[]> {
  await Promise.all(asked.map(({ answer }) => answer));
  return asked.map(({ status }) => status);
}

/** The number of draws from one kind of request. */
async function count(site: Composed, way: number): Promise<number> {
  const sql = `select count(*) from core.draw where title = 'Once ${way}'`;
  return Number((await site.inside("postgres", `psql -U postgres -tA fairhat -c "${sql}"`)).out);
}
