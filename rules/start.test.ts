import { expect, test } from "bun:test";
import { startRules } from "./start.ts";

test("it starts, identifies itself, and stops", async () => {
  const serving = await startRules({ PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "silent", FAIRHAT_REVISION: "abc" });
  try {
    const health = await fetch(`${serving.url}/health`);
    expect(await health.json()).toMatchObject({ service: "rules", revision: "abc" });
    expect((await fetch(`${serving.url}/ready`)).status).toBe(200);
  } finally {
    await serving.stop();
  }
  await expect(fetch(`${serving.url}/health`)).rejects.toThrow();
});

test("malformed settings are reported all at once, by name", async () => {
  const starting = startRules({ PORT: "99999", LOG_LEVEL: "loud" });
  await expect(starting).rejects.toThrow(/PORT must be a port.*\n.*LOG_LEVEL must be one of/);
});
