import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BadSettings, type Serving } from "@fairhat/runtime";
import { startEmbedded } from "./index.ts";

const parent = mkdtempSync(join(tmpdir(), "fairhat-embedded-"));
afterAll(() => rmSync(parent, { recursive: true }));

const settings = (changes: Record<string, string> = {}) => ({
  ...{ FAIRHAT_DATA: join(parent, "data"), PORT: "0", LOG_LEVEL: "silent", PUBLIC_URL: "https://draws.example" },
  ...changes,
});

interface Told {
  url: string;
  state: string;
  manageKey: string;
  draws: { title: string; url: string }[];
}

async function ask(serving: Serving, path: string, body?: object, key = ""): Promise<Told> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${key}` };
  const sent = body ? { method: "POST", headers, body: JSON.stringify(body) } : {};
  return (await fetch(`${serving.url}${path}`, sent)).json() as Promise<Told>;
}

describe("an embedded Fairhat", () => {
  const draw = { title: "Kept", rule: "order/1", entries: ["Ada", "Bob"], draw: "later", listed: true };
  let serving: Serving;
  beforeAll(async () => {
    serving = await startEmbedded(settings());
  });
  afterAll(() => serving.stop());

  test("keeps a second process off its folder and continues to use it", async () => {
    const second = startEmbedded(settings());
    await expect(second).rejects.toThrow(BadSettings);
    await expect(second).rejects.toThrow(`FAIRHAT_DATA ${join(parent, "data")} is in use by another Fairhat`);
    expect((await ask(serving, "/api/draws")).draws).toHaveLength(1);
  });

  test("keeps draws, keys and one sample draw over a restart", async () => {
    const made = await ask(serving, "/api/draws", draw);
    const id = made.url.replace("https://draws.example/draws/", "");
    const { url } = serving;
    await serving.stop();
    await expect(fetch(url)).rejects.toThrow();
    serving = await startEmbedded(settings());
    const { draws } = await ask(serving, "/api/draws");
    expect(draws.map(({ title }) => title)).toEqual(["Kept", "A sample draw: three books for twelve readers"]);
    expect((await ask(serving, `/api/draws/${id}/draw`, {}, made.manageKey)).state).toBe("drawn");
  });
});

describe("a start that fails releases everything", () => {
  const folder = join(parent, "failed");

  test("with a port in use", async () => {
    const other = createServer();
    await new Promise<void>((listening) => other.listen(0, "127.0.0.1", listening));
    const { port } = other.address() as { port: number };
    const starting = startEmbedded(settings({ FAIRHAT_DATA: folder, PORT: String(port) }));
    await expect(starting).rejects.toThrow(`PORT ${port} is taken`);
    other.close();
  });

  test.each([
    ["the second service", { GENERATOR: "dice" }, /GENERATOR must be one of/],
    ["core", { PORT: "http", PUBLIC_URL: "draws.example" }, /PORT must be a port.*\n.*PUBLIC_URL must be a URL/],
  ])("with settings that %s refuses", async (_, changes, message) => {
    const starting = startEmbedded(settings({ FAIRHAT_DATA: folder, ...changes }));
    await expect(starting).rejects.toThrow(BadSettings);
    await expect(starting).rejects.toThrow(message);
  });

  test("and the next start gets the folder", async () => {
    const serving = await startEmbedded(settings({ FAIRHAT_DATA: folder }));
    expect((await ask(serving, "/api/draws")).draws).toHaveLength(1);
    await serving.stop();
  });
});
