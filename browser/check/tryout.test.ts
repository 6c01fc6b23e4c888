import { expect, test } from "bun:test";
import { canonical, utf8 } from "@fairhat/protocol";
import { verifyRecord } from "@fairhat/verify";
import { changed } from "./change.ts";
import { tricksOf } from "./tricks.ts";
import record from "./tryout.json";

test("the sample of the first page verifies, and every trick on it is detected", () => {
  expect(verifyRecord(utf8(canonical(record))).verdict).toBe("holds");
  for (const { changes } of tricksOf(record))
    expect(verifyRecord(utf8(canonical(changed(record, changes)))).verdict).toBe("does not hold");
});
