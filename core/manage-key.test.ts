import { describe, expect, test } from "bun:test";
import { manageHash, manageKey, opens, repeatedId } from "./manage-key.ts";

const SECRET = "a secret of core that is long enough";
const draw = { id: "0123456789abcdef0123456789abcdef", generation: 1 };

describe("a manage key", () => {
  const key = manageKey(SECRET, draw);

  test("is the same each time, and fits into a link as it is", () => {
    expect(manageKey(SECRET, draw)).toBe(key);
    expect(key).toMatch(/^[\w-]{43}$/);
  });

  // Computed apart from this code: openssl dgst -sha256 -hmac, over `manage <id> 1`, in base64url.
  test("never changes with the code: it was given out", () => {
    expect(key).toBe("6Ny-12MmIlLpBg3Cf1q8Zqskp_U5qUpZKwH0eIssVUk");
  });

  test("is another one for another draw, generation or core", () => {
    expect(manageKey(SECRET, { ...draw, id: draw.id.replace("0", "1") })).not.toBe(key);
    expect(manageKey(SECRET, { ...draw, generation: 2 })).not.toBe(key);
    expect(manageKey(`${SECRET}!`, draw)).not.toBe(key);
  });

  test("opens the draw that keeps its hash, and nothing that is not there", () => {
    const kept = { manage_hash: manageHash(key) };
    expect(kept.manage_hash).not.toContain(key);
    expect(opens(key, kept)).toBe(true);
    expect(opens(manageKey(SECRET, { ...draw, generation: 2 }), kept)).toBe(false);
    expect(opens("", kept)).toBe(false);
    expect(opens(key, undefined)).toBe(false);
    expect(opens("", undefined)).toBe(false);
  });
});

test("a repeated request makes the same draw id, which tells nothing of its key", () => {
  const id = repeatedId(SECRET, "0123456789abcdef");
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(repeatedId(SECRET, "0123456789abcdef")).toBe(id);
  expect(repeatedId(SECRET, "0123456789abcdeg")).not.toBe(id);
  expect(repeatedId("another secret", "0123456789abcdef")).not.toBe(id);
});
