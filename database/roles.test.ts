import { expect, test } from "bun:test";
import { ownerOf, statements } from "./roles.ts";

const password = "0123456789abcdef".repeat(4);

test("role and password stand in the URL", () => {
  expect(ownerOf(`postgres://random_a:${password}@postgres:5432/fairhat`)).toEqual({ role: "random_a", password });
});

test.each([
  "",
  "no url",
  `postgres://postgres@postgres/fairhat`,
  `postgres://core:short@postgres/fairhat`,
  `postgres://core;drop:${password}@postgres/fairhat`,
  `postgres://core:${password.replace("0", "'")}@postgres/fairhat`,
])("%p names no owner", (url) => {
  expect(ownerOf(url)).toBeNull();
});

test("nobody else may even connect, and each schema belongs to its role", () => {
  const all = statements("fairhat", [{ role: "core", password }]);
  expect(all[0]).toBe("revoke all on database fairhat from public");
  expect(all).toContain("create schema if not exists core authorization core");
  expect(all.filter((one) => one.includes(password))).toEqual([
    `alter role core with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '${password}'`,
  ]);
});
