// All logs of all four services at the most verbose level, through whole draws with faults, contain no secret and no
// entry.
import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Secrets } from "./folder.ts";

const folder = mkdtempSync(join(tmpdir(), "fairhat-logs-"));
const data = join(folder, "data");
const [output, errors] = [join(folder, "output"), join(folder, "errors")];

// After SIGUSR2, every fourth statement of a service fails with its parameters attached to the error, as drivers do.
const PROGRAM = `
  import { intercepted } from "@fairhat/runtime/testing/intercepted";
  import { Kysely, PGliteDialect } from "kysely";
  import { startEmbedded } from "./start.ts";
  let failing = false;
  process.on("SIGUSR2", () => { failing = true; });
  const faulty = (pglite, statements = 0) => intercepted(pglite, async (run, text, parameters) => {
    statements += 1;
    if (!failing || statements % 4 > 0) return run();
    throw Object.assign(new Error("a fault"), { text, parameters, detail: JSON.stringify(parameters) });
  });
  const connecting = (pglite) => new Kysely({ dialect: new PGliteDialect({ pglite: faulty(pglite) }) });
  const serving = await startEmbedded(process.env, connecting);
  process.on("SIGTERM", () => serving.stop().then(() => process.exit(0)));`;

const HIDDEN = {
  label: "Ada-of-the-hidden-list",
  title: "A-hidden-title",
  organiser: "A-hidden-organiser",
  reason: "A-hidden-reason",
  host: "visitor.hidden.example",
  address: "203.0.113.77",
  agent: "HiddenBrowser",
  bearer: "hidden-bearer-of-somebody",
  query: "hidden-query",
  path: "hidden-path",
  repeat: "hidden-idempotency-key-0001",
};

let child: Bun.Subprocess;
let url: string;
const keys: string[] = [];

const written = () => readFileSync(output, "utf8");

/** Where core listens, from its own log. */
async function listening(): Promise<string> {
  for (;;) {
    const found = /^(?=.*"service":"core")(?=.*"msg":"listening").*"url":"([^"]+)"/m.exec(written());
    if (found?.[1]) return found[1];
    if (child.exitCode !== null) throw new Error(written());
    await Bun.sleep(20);
  }
}

beforeAll(async () => {
  child = Bun.spawn([process.execPath, "-e", PROGRAM], {
    cwd: import.meta.dir,
    env: { PATH: process.env.PATH, FAIRHAT_DATA: data, PORT: "0", LOG_LEVEL: "trace" },
    stdin: "ignore",
    stdout: Bun.file(output),
    stderr: Bun.file(errors),
  });
  url = await listening();
}, 60_000);
afterAll(() => {
  child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

interface Made {
  id: string;
  manageKey: string;
  state: string;
}

async function ask(method: string, path: string, sent?: unknown, headers: Record<string, string> = {}) {
  const visitor = { host: HIDDEN.host, "x-forwarded-for": HIDDEN.address, "user-agent": HIDDEN.agent };
  const body = sent === undefined ? {} : { body: typeof sent === "string" ? sent : JSON.stringify(sent) };
  const all = { "content-type": "application/json", ...visitor, ...headers };
  const answer = await fetch(`${url}${path}`, { method, headers: all, ...body });
  const made = (await answer.json().catch(() => ({}))) as Made;
  if (made.manageKey) keys.push(made.manageKey);
  return made;
}

const request = (draw: string) => ({
  ...{ title: HIDDEN.title, organiser: HIDDEN.organiser, rule: "winners/1", params: { winners: 1 }, draw },
  entries: [HIDDEN.label, "Bob"],
});

/** Every operation on draws, some of them invalid. */
async function everything(): Promise<void> {
  await ask("POST", "/api/draws", request("now"), { "idempotency-key": HIDDEN.repeat });
  const { id, manageKey } = await ask("POST", "/api/draws", request("later"));
  const mine = { authorization: `Bearer ${manageKey}` };
  await ask("PUT", `/api/draws/${id}/entries`, { entries: [HIDDEN.label] }, mine);
  await ask("POST", `/api/draws/${id}/lock`, {}, { authorization: `Bearer ${HIDDEN.bearer}` });
  await ask("POST", `/api/draws/${id}/lock`, {}, mine);
  await ask("POST", `/api/draws/${id}/void`, { reason: HIDDEN.reason }, mine);
  await ask("POST", "/api/draws", `{"title": "${HIDDEN.title}", "entries": ["${HIDDEN.label}`);
  await ask("POST", "/api/draws", { ...request("now"), rule: HIDDEN.label, [HIDDEN.title]: 1 });
  await ask("GET", `/draws/${HIDDEN.path}?key=${HIDDEN.query}`, undefined, { accept: "text/html", ...mine });
  await ask("GET", `/${manageKey}`);
  const form = { "content-type": "application/x-www-form-urlencoded", accept: "text/html" };
  await ask("POST", "/draws", `title=${HIDDEN.title}&entries=${HIDDEN.label}`, form);
}

test("one request id goes through all services, and no secret and no entry is logged", async () => {
  await ask("POST", "/api/draws", request("now"), { "x-request-id": "followed-1" });
  await everything();
  child.kill("SIGUSR2");
  for (let round = 0; round < 4; round += 1) await everything();
  child.kill("SIGTERM");
  expect(await child.exited).toBe(0);
  const lines = written()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

  const followed = lines.filter(({ msg, request }) => msg === "answered" && request === "followed-1");
  expect(new Set(followed.map(({ service }) => service))).toEqual(new Set(["core", "random-a", "random-b", "rules"]));

  // The faults did occur, in core and in the random services.
  const faults = lines.filter(({ msg }) => msg === "unexpected error").map(({ service }) => service);
  expect(new Set(faults)).toEqual(new Set(["core", "random-a", "random-b"]));

  const secrets: Secrets = JSON.parse(readFileSync(join(data, "secrets.json"), "utf8"));
  const hidden = [...Object.values(HIDDEN), ...keys, secrets.core, secrets.tokens.a, secrets.tokens.b, "Bearer "];
  expect(keys.length).toBeGreaterThan(2);
  const all = `${written()}${readFileSync(errors, "utf8")}`;
  for (const one of hidden) expect(all).not.toContain(one);
}, 60_000);
