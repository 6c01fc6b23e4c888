import { expect, test } from "bun:test";
import { madeTypes } from "./document.ts";

test("api.ts matches core's description; otherwise run: bun packages/client/generate.ts", async () => {
  const kept = await Bun.file(new URL("api.ts", import.meta.url)).text();
  expect(kept === (await madeTypes())).toBe(true);
});
