// Core is stopped under load: nothing that it accepted is lost.
import { afterAll, beforeAll, expect, test } from "bun:test";
import { call, checkedRecord, type Reply } from "./client.ts";
import { type System, startSystem } from "./system.ts";

let system: System;
beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop(), 60_000);

const body = { title: "Ended", rule: "winners/1", params: { winners: 1 }, entries: ["Ada", "Bob", "Cé"], draw: "now" };

test.each(["just begun", "under way"])(
  "core finishes accepted draws before it exits (%s)",
  async (when) => {
    const asked = Array.from({ length: 20 }, () => call(system.url, "POST", "/api/draws", { body }));
    if (when === "under way") await Promise.race(asked);
    const ended = system.end("core");
    const replies = await Promise.all(asked);
    expect(replies.map((reply) => `${reply?.status} ${reply?.body.state}`)).toEqual(asked.map(() => "201 drawn"));
    expect(await ended).toBe(0);
    await expect(fetch(`${system.url}/health`)).rejects.toThrow();
    await system.start("core");
    const last = replies.at(-1) as Reply;
    expect((await checkedRecord(system.url, last.body.id)).report.verdict).toBe("holds");
  },
  60_000,
);
