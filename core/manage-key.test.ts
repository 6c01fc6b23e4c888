import { describe, expect, test } from "bun:test";
import { manageHash, manageKey, opens, repeatedId } from "./manage-key.ts";

const SECRET = "a secret of core that is long enough";
const draw = { id: "0123456789abcdef0123456789abcdef", generation: 1 };

describe("a manage key", () => {
  const key = manageKey(SECRET, draw);

  test("is the same each time, and is URL-safe", () => {
    expect(manageKey(SECRET, draw)).toBe(key);
    expect(key).toMatch(/^[\w-]{43}$/);
  });

  // Computed independently: openssl dgst -sha256 -hmac, over `manage <id> 1`, in base64url.
  test("never changes with the code: issued keys stay valid", () => {
    expect(key).toBe("6Ny-12MmIlLpBg3Cf1q8Zqskp_U5qUpZKwH0eIssVUk");
  });

  test("differs for another draw, generation or core", () => {
    expect(manageKey(SECRET, { ...draw, id: draw.id.replace("0", "1") })).not.toBe(key);
    expect(manageKey(SECRET, { ...draw, generation: 2 })).not.toBe(key);
    expect(manageKey(`${SECRET}!`, draw)).not.toBe(key);
  });

  test("opens the draw with its hash, and nothing else", () => {
    const kept = { manage_hash: manageHash(key) };
    expect(kept.manage_hash).not.toContain(key);
    expect(opens(key, kept)).toBe(true);
    expect(opens(manageKey(SECRET, { ...draw, generation: 2 }), kept)).toBe(false);
    expect(opens("", kept)).toBe(false);
    expect(opens(key, undefined)).toBe(false);
    expect(opens("", undefined)).toBe(false);
  });
});

test("a repeated request gives the same draw id, which reveals nothing about the key", () => {
  const id = repeatedId(SECRET, "0123456789abcdef");
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(repeatedId(SECRET, "0123456789abcdef")).toBe(id);
  expect(repeatedId(SECRET, "0123456789abcdeg")).not.toBe(id);
  expect(repeatedId("another secret", "0123456789abcdef")).not.toBe(id);
});
