// The certbot hooks, with the environment that certbot sets: challenge answers and new certificates.
import { afterEach, beforeEach, expect, test } from "bun:test";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../deployment/lab.ts";

const TEMPLATES = join(root, "infra/ansible/roles/tls/templates");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fairhat-acme-"));
  for (const name of ["bin", "proxy", "live"]) mkdirSync(join(folder, name));
  program("chown", `echo "$*" >>${folder}/owned`);
  for (const name of ["fullchain.pem", "privkey.pem"]) writeFileSync(join(folder, "live", name), `new ${name}\n`);
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(name: string, text: string): void {
  writeFileSync(join(folder, "bin", name), `#!/bin/bash\n${text}\n`);
  chmodSync(join(folder, "bin", name), 0o755);
}

/** Runs a hook as certbot does. */
function hook(name: string, told: Record<string, string>): number {
  const values: Record<string, string> = { site_secrets: folder, tls_owner: "101" };
  const script = readFileSync(join(TEMPLATES, `${name}.j2`), "utf8")
    .replaceAll(/\{% (end)?raw %\}/g, "")
    .replaceAll(/\{\{ (\w+) \}\}/g, (_, key) => values[key] ?? key)
    .replaceAll("/usr/local/sbin", join(folder, "bin"));
  const env = { ...told, PATH: `${join(folder, "bin")}:${process.env.PATH}` };
  return Bun.spawnSync(["bash", "-c", script], { env }).exitCode;
}

const there = (name: string) => readFileSync(join(folder, "proxy", name), "utf8");

test("a new certificate is written to the proxy's secrets, readable by its user alone, before the site is deployed with it", () => {
  program("fairhat-deploy", `cat ${folder}/proxy/tls.crt ${folder}/proxy/tls.key >${folder}/deployed`);
  for (const name of ["tls.crt", "tls.key"]) writeFileSync(join(folder, "proxy", name), "old\n", { mode: 0o400 });
  expect(hook("certificate", { RENEWED_LINEAGE: join(folder, "live") })).toBe(0);
  expect(readFileSync(join(folder, "deployed"), "utf8")).toBe("new fullchain.pem\nnew privkey.pem\n");
  expect(readdirSync(join(folder, "proxy")).toSorted()).toEqual(["tls.crt", "tls.key"]);
  expect(readFileSync(join(folder, "owned"), "utf8")).toBe("101:101 tls.crt.new\n101:101 tls.key.new\n");
  for (const name of ["tls.crt", "tls.key"]) expect(statSync(join(folder, "proxy", name)).mode & 0o777).toBe(0o400);
});

test("if the deployment fails, the hook fails, and the certificate is kept for the next deployment", () => {
  program("fairhat-deploy", "exit 1");
  expect(hook("certificate", { RENEWED_LINEAGE: join(folder, "live") })).toBe(1);
  expect([there("tls.crt"), there("tls.key")]).toEqual(["new fullchain.pem\n", "new privkey.pem\n"]);
});

test("half a certificate changes nothing", () => {
  program("fairhat-deploy", `touch ${folder}/deployed`);
  writeFileSync(join(folder, "proxy/tls.crt"), "old\n");
  rmSync(join(folder, "live/privkey.pem"));
  expect(hook("certificate", { RENEWED_LINEAGE: join(folder, "live") })).not.toBe(0);
  expect([there("tls.crt"), existsSync(join(folder, "deployed"))]).toEqual(["old\n", false]);
});

/** A docker that runs a job's command here and logs its arguments. */
const DOCKER = `echo "$*" >>FOLDER/asked
[ "$2" = create ] || { echo registry/fairhat/proxy:1; exit; }
while [ $# -gt 1 ]; do [ "$1" != --env ] || export "$2"; shift; done
sh -c "$(sed 's,/acme/[.],FOLDER/acme/.,g' <<<"$1")"`;

test("the challenge answer is served from every machine, and its job is removed afterwards", () => {
  program("docker", DOCKER.replaceAll("FOLDER", folder));
  for (const token of ["first", "second"])
    expect(hook("challenge", { CERTBOT_TOKEN: token, CERTBOT_VALIDATION: `${token}.of the key` })).toBe(0);
  const served = join(folder, "acme/.well-known/acme-challenge");
  expect(readdirSync(served)).toEqual(["second"]);
  expect(readFileSync(join(served, "second"), "utf8")).toBe("second.of the key");
  expect(statSync(join(served, "second")).mode & 0o777).toBe(0o644);
  const asked = readFileSync(join(folder, "asked"), "utf8");
  const [, name = ""] = /--name (\S+) --mode global-job/.exec(asked) ?? [];
  expect(asked).toContain(`service rm ${name}\n`);
  expect(asked).toContain("source=fairhat_acme,target=/acme --entrypoint /bin/sh");
});
