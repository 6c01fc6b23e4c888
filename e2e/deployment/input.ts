// Operator errors and exhausted machines: each says what to do, and nothing is half-done.
import { expect, test } from "bun:test";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import type { Composed } from "./composed.ts";
import { run } from "./lab.ts";

const FAILS = { fails: true };

export function testInput(site: () => Composed): void {
  const sql = (statement: string) => site().inside("postgres", `psql -U postgres -tA fairhat -c "${statement}"`);

  test("a secret that others can read is refused before anything is written or started", async () => {
    const file = join(site().secrets, "core/secret");
    const before = await site().compose(["ps", "--quiet"]);
    chmodSync(file, 0o644);
    const said = await site().script(["ops/secrets", site().secrets], {}, FAILS);
    const started = await site().script(["docker", "compose", "run", "--rm", "secrets"], {}, FAILS);
    chmodSync(file, 0o400);
    for (const words of [said, started]) {
      expect(words).toContain("core/secret can be read by others than its owner");
      expect(words).toContain("chmod 600 core/secret");
    }
    expect(await site().compose(["ps", "--quiet"])).toBe(before);
    await site().script(["ops/secrets", site().secrets]);
  });

  test("a database of a later version is not migrated, and the needed version is named", async () => {
    await sql("insert into core.kysely_migration values ('9999-of-tomorrow', '2040-01-01')");
    const said = await site().script(["docker", "compose", "run", "--rm", "--no-deps", "migrations"], {}, FAILS);
    await sql("delete from core.kysely_migration where name = '9999-of-tomorrow'");
    expect(said).toContain("the data was used by a later version of Fairhat (core has had 9999-of-tomorrow)");
    expect(said).toContain("start that version again");
    await site().compose(["run", "--rm", "--no-deps", "migrations"]);
  });

  test("data of an older PostgreSQL are left alone, and reported", async () => {
    const [container = ""] = await site().containers("postgres");
    const image = await run(["docker", "inspect", "--format", "{{.Config.Image}}", container]);
    const old = ["--env", "POSTGRES_PASSWORD=unused", "--volume", "/var/lib/postgresql/data", image];
    const said = await run(["docker", "run", "--rm", ...old], {}, FAILS);
    expect(said).toContain("/var/lib/postgresql/data");
  });

  test("a port in use is named, and its user is undisturbed", async () => {
    const another = ["docker", "compose", "run", "--rm", "--no-deps", "--service-ports", "proxy"];
    const said = await site().script(another, {}, FAILS);
    const [, port = said] = /:(\d+) failed: port is already allocated/.exec(said) ?? [];
    expect([new URL(site().http).port, new URL(site().https).port]).toContain(port);
    expect((await fetch(`${site().http}/draws`)).status).toBe(200);
  });
}
