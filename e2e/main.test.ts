// Each process reports bad settings at its start and exits with their status.
import { afterEach, beforeEach, expect, mock, spyOn, test } from "bun:test";
import { dirname, join } from "node:path";

const root = dirname(import.meta.dir);
const before = { ...process.env };
const EX_CONFIG = 78;

beforeEach(() => {
  process.env.PORT = "no port";
});
afterEach(() => {
  process.env = { ...before };
  mock.restore();
});

test.each(["core", "random-a", "random-b", "rules"])(
  "%s names the settings that it cannot start with",
  async (service) => {
    const said = spyOn(console, "error").mockImplementation(() => {});
    const ended = spyOn(process, "exit").mockImplementation((status) => {
      throw new Error(`exit ${status}`);
    });
    await expect(import(join(root, service, "main.ts"))).rejects.toThrow(`exit ${EX_CONFIG}`);
    expect(ended).toHaveBeenCalledTimes(1);
    const message = String(said.mock.calls[0]?.[0]);
    expect(message).toContain("PORT must be a port, 0 to 65535");
    if (service !== "rules") expect(message).toContain("DATABASE_URL_FILE is missing");
  },
);
