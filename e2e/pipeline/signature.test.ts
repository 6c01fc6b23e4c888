import { expect, test } from "bun:test";
import { isSigned, signatureOf } from "./signature.ts";

// GitHub's example, from the page that signature.ts names.
const secret = "It's a Secret to Everybody";
const body = new TextEncoder().encode("Hello, World!");
const signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

test("GitHub's example", () => {
  expect(signatureOf(secret, body)).toBe(signature);
  expect(isSigned(secret, body, signature)).toBe(true);
});

test.each([
  ["none", null],
  ["an empty one", ""],
  ["another secret's", signatureOf("another", body)],
  ["another body's", signatureOf(secret, new Uint8Array([1]))],
  ["a longer one", `${signature}00`],
  ["that of the older algorithm", "sha1=01dc10d0c83e72ed246219cdd91669667fe2ca59"],
])("%s is refused", (_, given) => expect(isSigned(secret, body, given)).toBe(false));
