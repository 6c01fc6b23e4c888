import { expect, test } from "bun:test";
import { join } from "node:path";

const GOOD = {
  FAIRHAT_HTTP: "redirect",
  FAIRHAT_PUBLIC_URL: "https://draws.example",
  FAIRHAT_REQUESTS_PER_SECOND: "200",
  FAIRHAT_WRITES_PER_SECOND: "50",
  FAIRHAT_CONNECTIONS: "200",
  FAIRHAT_STREAMS: "1000",
};

function check(changes: Record<string, string>): [status: number, said: string] {
  const { PATH = "" } = process.env;
  const script = join(import.meta.dir, "check-settings.sh");
  const { exitCode, stderr } = Bun.spawnSync(["sh", script], { env: { PATH, ...GOOD, ...changes } });
  return [exitCode, stderr.toString()];
}

test.each([[{}], [{ FAIRHAT_HTTP: "serve", FAIRHAT_PUBLIC_URL: "http://localhost:8080" }]])(
  "good settings are taken, %j",
  (changes: Record<string, string>) => {
    expect(check(changes)).toEqual([0, ""]);
  },
);

test.each([
  [{ FAIRHAT_HTTP: "Redirect" }, "FAIRHAT_HTTP must be serve or redirect"],
  [{ FAIRHAT_HTTP: "" }, "FAIRHAT_HTTP must be serve or redirect"],
  [{ FAIRHAT_PUBLIC_URL: "http://draws.example" }, "PUBLIC_URL, which must begin with https:// then"],
  [{ FAIRHAT_CONNECTIONS: "0" }, "FAIRHAT_CONNECTIONS must be a whole number from 1 to 99999"],
  [{ FAIRHAT_STREAMS: "1k" }, "FAIRHAT_STREAMS must be a whole number from 1 to 99999"],
  [{ FAIRHAT_WRITES_PER_SECOND: "" }, "FAIRHAT_WRITES_PER_SECOND must be a whole number from 1 to 99999"],
])("others are told by name, %j", (changes: Record<string, string>, why) => {
  expect(check(changes)).toEqual([78, expect.stringContaining(why)]);
});
