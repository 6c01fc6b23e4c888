import { expect, test } from "bun:test";
import { join } from "node:path";

const GOOD = {
  FAIRHAT_HTTP: "redirect",
  FAIRHAT_PUBLIC_URL: "https://draws.example",
  FAIRHAT_ALLOWED_HOSTS: "",
  FAIRHAT_REQUESTS_PER_SECOND: "200",
  FAIRHAT_WRITES_PER_SECOND: "50",
  FAIRHAT_CONNECTIONS: "200",
  FAIRHAT_STREAMS: "1000",
};

function check(changes: Record<string, string>): [status: number, said: string] {
  const { PATH = "" } = process.env;
  const script = join(import.meta.dir, "settings.envsh");
  const { exitCode, stderr } = Bun.spawnSync(["sh", script], { env: { PATH, ...GOOD, ...changes } });
  return [exitCode, stderr.toString()];
}

test.each([
  [{}],
  [{ FAIRHAT_HTTP: "serve", FAIRHAT_PUBLIC_URL: "http://localhost:8080" }],
  [{ FAIRHAT_STREAMS: "65535", FAIRHAT_ALLOWED_HOSTS: "www.draws.example 10.0.0.5 [fd00::5]" }],
])("good settings are taken, %j", (changes: Record<string, string>) => {
  expect(check(changes)).toEqual([0, ""]);
});

test.each([
  [{ FAIRHAT_HTTP: "Redirect" }, "FAIRHAT_HTTP must be serve or redirect"],
  [{ FAIRHAT_HTTP: "" }, "FAIRHAT_HTTP must be serve or redirect"],
  [{ FAIRHAT_PUBLIC_URL: "http://draws.example" }, "PUBLIC_URL, which must begin with https:// then"],
  [{ FAIRHAT_CONNECTIONS: "0" }, "FAIRHAT_CONNECTIONS must be a whole number from 1 to 65535"],
  [{ FAIRHAT_STREAMS: "1k" }, "FAIRHAT_STREAMS must be a whole number from 1 to 65535"],
  [{ FAIRHAT_STREAMS: "65536" }, "FAIRHAT_STREAMS must be a whole number from 1 to 65535"],
  [{ FAIRHAT_REQUESTS_PER_SECOND: "99999" }, "FAIRHAT_REQUESTS_PER_SECOND must be a whole number from 1 to 65535"],
  [{ FAIRHAT_CONNECTIONS: "100000" }, "FAIRHAT_CONNECTIONS must be a whole number from 1 to 65535"],
  [{ FAIRHAT_PUBLIC_URL: "draws.example", FAIRHAT_HTTP: "serve" }, "PUBLIC_URL must begin with http:// or https://"],
  [{ FAIRHAT_PUBLIC_URL: "https://", FAIRHAT_HTTP: "serve" }, "PUBLIC_URL must name a host"],
  [{ FAIRHAT_PUBLIC_URL: "https://a;b" }, "PUBLIC_URL must name a host"],
  [{ FAIRHAT_ALLOWED_HOSTS: "a.example:8080" }, "without ports"],
  [{ FAIRHAT_ALLOWED_HOSTS: "a.example,b.example" }, "without ports"],
  [{ FAIRHAT_ALLOWED_HOSTS: "~^.*$" }, "without ports"],
  [{ FAIRHAT_ALLOWED_HOSTS: "*.example" }, "without ports"],
  [{ FAIRHAT_ALLOWED_HOSTS: "fe80::1" }, "without ports"],
  [{ FAIRHAT_WRITES_PER_SECOND: "" }, "FAIRHAT_WRITES_PER_SECOND must be a whole number from 1 to 65535"],
])("others are told by name, %j", (changes: Record<string, string>, why) => {
  expect(check(changes)).toEqual([78, expect.stringContaining(why)]);
});

test.each([
  ["https://Draws.Example:444/", "", "draws.example"],
  ["http://[::1]:8080", "", ""],
  ["http://10.0.0.5:8080", "www.draws.example 10.0.0.5", "10.0.0.5 www.draws.example"],
])("the hosts of %s and %j", (publicUrl, allowed, more) => {
  const { PATH = "" } = process.env;
  const env = { PATH, ...GOOD, FAIRHAT_HTTP: "serve", FAIRHAT_PUBLIC_URL: publicUrl, FAIRHAT_ALLOWED_HOSTS: allowed };
  const script = `. ${join(import.meta.dir, "settings.envsh")}; sh -c 'echo "$FAIRHAT_SITE_HOSTS"'`;
  const hosts = Bun.spawnSync(["sh", "-ec", script], { env }).stdout.toString().trim().split(" ");
  expect(hosts.toSorted()).toEqual(["localhost", "127.0.0.1", "[::1]", ...more.split(" ")].filter(Boolean).toSorted());
});
