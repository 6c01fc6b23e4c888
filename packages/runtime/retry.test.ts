import { expect, test } from "bun:test";
import { retryUntilAvailable } from "./retry.ts";
import { BadSettings } from "./settings.ts";

const away = (code: string) => Object.assign(new Error(`it says ${code}`), { code });

/** The result of `retryUntilAvailable` if the work fails with these codes in turn and then succeeds. */
async function attempt(...codes: string[]) {
  const lines: object[] = [];
  const pauses: number[] = [];
  const log = { warn: (data: object) => void lines.push(data) };
  const work = async () => {
    const code = codes.shift();
    if (code) throw away(code);
    return "done";
  };
  const result = await retryUntilAvailable(log, work, async (pause) => void pauses.push(pause)).catch((error) => error);
  return { result, lines, pauses };
}

test("an unavailable database is retried with growing pauses, and each retry is logged", async () => {
  const { result, lines, pauses } = await attempt(...Array(7).fill("ECONNREFUSED"));
  expect(result).toBe("done");
  expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]);
  expect(lines[0]).toEqual({ why: "it says ECONNREFUSED", pause: 250 });
  expect(lines).toHaveLength(7);
});

test.each(["28P01", "28000", "3D000", "42501"])("one that rejects us (%s) is reported by its setting", async (code) => {
  const { result, pauses } = await attempt("57P03", code);
  expect(result).toBeInstanceOf(BadSettings);
  expect((result as Error).message).toContain(`DATABASE_URL_FILE names a database that turns us away: it says ${code}`);
  expect(pauses).toEqual([250]);
});

test("any other error is rethrown", async () => {
  const { result, pauses } = await attempt("42601");
  expect(result).toEqual(away("42601"));
  expect(pauses).toEqual([]);
});
