// Backup, everything destroyed, restore.
import { expect, test } from "bun:test";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { call } from "../client.ts";
import { type Composed, until, up } from "./composed.ts";
import { expectHolding } from "./load.ts";

const body = { title: "To be kept", rule: "order/1", params: {}, entries: ["Ada", "Grace", "Emmy"] };

export function testBackup(site: () => Composed): void {
  const post = (path: string, sent: object, key?: string) =>
    call(site().http, "POST", path, { body: sent, ...(key ? { key } : {}) });
  const keyOf = async (side: "a" | "b") => (await (await fetch(`${site().http}/services/${side}/key`)).json()).service;

  test("what was drawn holds, what depended on lost seals becomes void, new draws are made", async () => {
    const drawn = await post("/api/draws", { ...body, draw: "now" });
    const locked = await post("/api/draws", { ...body, draw: "later" });
    const { id = "", manageKey = "" } = locked?.body ?? {};
    expect(await post(`/api/draws/${id}/lock`, {}, manageKey)).toMatchObject({ body: { state: "locked" } });
    const keys = [await keyOf("a"), await keyOf("b")];
    const file = join(site().secrets, "backup");
    await site().script(["ci/backup", file]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await site().compose(["down", "--volumes", "--timeout", "5"]);
    await up(site());
    await site().script(["ci/restore", file]);
    await until("core is back", async () => (await fetch(`${site().http}/`)).ok);
    await expectHolding([drawn?.body.id ?? ""], site().http);
    expect([await keyOf("a"), await keyOf("b")].filter((key) => keys.includes(key))).toEqual([]);
    await until("the locked draw is void", async () => {
      await post(`/api/draws/${id}/draw`, {}, manageKey);
      return (await (await fetch(`${site().http}/api/draws/${id}`)).json()).state === "void";
    });
    expect(await post("/api/draws", { ...body, draw: "now" })).toMatchObject({ status: 201, body: { state: "drawn" } });
  }, 300_000);

  test("a backup holds neither secrets nor signing keys", async () => {
    const file = join(site().secrets, "backup");
    const { out } = await site().inside(
      "postgres",
      "psql -U postgres -tA fairhat -c 'select secret from random_a.secret union all select pem from random_a.own_key'",
    );
    expect(out.trim().split("\n").length).toBeGreaterThan(1);
    const listed = await site().script([
      "bash",
      "-c",
      `docker exec -i $(docker compose ps -q postgres) pg_restore --file=- <'${file}'`,
    ]);
    expect(listed).toContain("COPY core.draw ");
    for (const table of ["secret", "own_key", "living_key"]) expect(listed).not.toContain(`COPY random_a.${table} `);
    expect(listed).not.toContain("PRIVATE KEY");
  });

  test("half a backup, and one over draws that are there, change nothing and say so", async () => {
    const file = join(site().secrets, "backup");
    const half = `${file}.half`;
    writeFileSync(half, readFileSync(file).subarray(0, statSync(file).size / 2));
    const fails = { fails: true };
    expect(await site().script(["ci/restore", half], {}, fails)).toContain("is no whole backup");
    expect(await site().script(["ci/restore", file], {}, fails)).toContain("--replace puts the backup in their place");
    expect(await site().script(["ci/backup", file], {}, fails)).toContain("is there already");
    expect(existsSync(`${file}.part`)).toBe(false);
    expect((await fetch(`${site().http}/draws`)).status).toBe(200);
  });
}
