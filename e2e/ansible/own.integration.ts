// The self-signed certificate of the playbooks: how long it is kept and when it is renewed. Needs root, because it
// installs packages.
import { afterEach, beforeEach, expect, test } from "bun:test";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, run } from "../deployment/lab.ts";
import { play, type Settings } from "./playbook.ts";

const ROLE = join(root, "infra/ansible/roles/tls");
const PLAYBOOK = `[{hosts: localhost, connection: local, gather_facts: false,
  tasks: [{ansible.builtin.import_role: {name: ${ROLE}, tasks_from: own}}]}]`;

let folder = "";
const at = (name: string) => join(folder, "proxy", name);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairhat-own-"));
  for (const name of ["infra/ansible", "proxy"]) await mkdir(join(folder, name), { recursive: true });
  await Bun.write(join(folder, "infra/ansible/own.yml"), PLAYBOOK);
});
afterEach(() => rm(folder, { recursive: true }));

async function own(settings: Settings = {}) {
  const told = { site_secrets: folder, site_name: "draws.example", tls_owner: "0", ...settings };
  const { status, said, changed } = await play(folder, "localhost,", "own.yml", told);
  expect(status === 0 ? "" : said).toBe("");
  return {
    changed: changed > 0,
    certificate: await Bun.file(at("tls.crt")).text(),
    key: await Bun.file(at("tls.key")).text(),
  };
}

test("it is kept until the name changes or it expires soon; the key is kept", async () => {
  const made = await own();
  expect(await own()).toEqual({ ...made, changed: false });
  const other = await own({ site_name: "other.example", tls_own_days: 29 });
  expect(await run(["openssl", "x509", "-noout", "-ext", "subjectAltName", "-in", at("tls.crt")])).toContain(
    "DNS:other.example",
  );
  expect(other.key).toBe(made.key);
  const renewed = await own({ site_name: "other.example" });
  expect({ changed: renewed.changed, key: renewed.key }).toEqual({ changed: true, key: made.key });
  await run(["openssl", "x509", "-noout", "-checkend", "2592000", "-in", at("tls.crt")]);
}, 180_000);

test("a certificate with another issuer is kept, regardless of its name", async () => {
  const authority = [
    "openssl",
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-subj",
    "/CN=authority",
    "-keyout",
    at("ca.key"),
  ];
  await run([...authority, "-out", at("ca.pem")]);
  await run([
    "openssl",
    "req",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-subj",
    "/CN=x",
    "-keyout",
    at("tls.key"),
    "-out",
    at("csr"),
  ]);
  const sign = ["openssl", "x509", "-req", "-in", at("csr"), "-CA", at("ca.pem"), "-CAkey", at("ca.key"), "-days", "1"];
  await run([...sign, "-CAcreateserial", "-out", at("tls.crt")]);
  const before = await Bun.file(at("tls.crt")).text();
  expect(await own()).toMatchObject({ changed: false, certificate: before });
}, 180_000);
