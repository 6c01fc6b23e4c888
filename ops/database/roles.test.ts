import { expect, test } from "bun:test";
import { grantStatement, roleStatements, runtimeOf, transferStatement } from "./roles.ts";
import { SCHEMAS } from "./schemas.ts";

const password = "0123456789abcdef".repeat(4);

test("role and password come from the URL", () => {
  expect(runtimeOf(`postgres://random_a:${password}@postgres:5432/fairhat`)).toEqual({ role: "random_a", password });
});

test.each([
  "",
  "no url",
  `postgres://postgres@postgres/fairhat`,
  `postgres://core:short@postgres/fairhat`,
  `postgres://core;drop:${password}@postgres/fairhat`,
  `postgres://core:${password.replace("0", "'")}@postgres/fairhat`,
])("%p names no role", (url) => {
  expect(runtimeOf(url)).toBeNull();
});

test("no other role may connect, and each schema belongs to a role without login", () => {
  const all = roleStatements("fairhat", [{ role: "core", password }]);
  for (const database of ["fairhat", "postgres", "template1"])
    expect(all).toContain(`revoke all on database ${database} from public`);
  expect(all).toContain("create schema if not exists core authorization core_owner");
  expect(all).toContain(
    "alter role core_owner with nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls",
  );
  expect(all.filter((one) => one.includes(password))).toEqual([
    `alter role core with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '${password}'`,
  ]);
});

test("ownership and grants of an object change in one statement", () => {
  expect(transferStatement("core", { kind: "table", name: "draw" }, SCHEMAS.core.privileges)).toBe(
    "alter table core.draw owner to core_owner; grant select, insert, update, delete on table core.draw to core",
  );
  expect(transferStatement("core", { kind: "schema", name: "core" }, {})).toBe(
    "alter schema core owner to core_owner; grant usage on schema core to core",
  );
  expect(transferStatement("core", { kind: "function", name: "guard_draw()" }, {})).toBe(
    "alter function core.guard_draw() owner to core_owner",
  );
});

test("no service may truncate a table, or change or delete append-only rows", () => {
  const grants = Object.entries(SCHEMAS).map(([role, { privileges }]) => grantStatement(role, privileges));
  expect(grants.join()).not.toMatch(/truncate|references|trigger|create/);
  expect(grants[1]).toContain("grant select, insert on random_a.secret to random_a");
  expect(grants[1]).toContain("grant select, insert, update on random_a.seal to random_a");
});
