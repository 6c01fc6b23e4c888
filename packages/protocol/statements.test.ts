import { describe, expect, test } from "bun:test";
import { generateKeyPairSync, sign } from "node:crypto";
import { digest } from "./canonical.ts";
import { toHex } from "./hex.ts";
import { reading, type Shape } from "./shape.ts";
import {
  binding,
  commitment,
  drawId,
  hash,
  manifest,
  opening,
  operator,
  organiser,
  publicKey,
  reason,
  ruleName,
  seal,
  signatureHolds,
  signed,
  signedBytes,
  title,
} from "./statements.ts";

const time = "2026-01-31T12:00:00.000Z";
const draw = "0123456789abcdef".repeat(2);
const hex32 = "0123456789abcdef".repeat(4);

const STATEMENTS: [string, Shape<object>, Record<string, unknown>][] = [
  ["seal", seal, { service: hex32, operator: "", draw, commitment: hex32, issuedAt: time }],
  ["binding", binding, { service: hex32, draw, manifest: hex32, boundAt: time }],
  ["opening", opening, { service: hex32, draw, manifest: hex32, secret: hex32, openedAt: time }],
  [
    "manifest",
    manifest,
    {
      draw,
      title: "Prize draw",
      organiser: "",
      createdAt: time,
      lockedAt: time,
      drawAfter: null,
      rule: "winners/1",
      params: {},
      entries: { count: 0, tickets: 0, root: hex32 },
      seals: { a: hex32, b: hex32 },
      policy: { substitutes: "none", redraw: "never" },
      previous: null,
      beacon: null,
    },
  ],
];

describe.each(STATEMENTS)("%s", (name, shape, members) => {
  const statement: Record<string, unknown> = { type: `fairhat/1/${name}`, ...members };

  test("is accepted whole", () => {
    expect(reading(shape, statement)).toEqual({ ok: true, value: statement });
  });

  test.each(Object.keys(statement))("is refused without %s, and with a malformed one", (member) => {
    const { [member]: _, ...rest } = statement;
    expect(reading(shape, rest)).toMatchObject({ ok: false, problem: { at: member } });
    const result = reading(shape, { ...statement, [member]: 1.5 });
    expect(result).toMatchObject({ ok: false });
  });

  test("is refused with an extra member, and with another type", () => {
    expect(reading(shape, { ...statement, more: null })).toMatchObject({ problem: { at: "more" } });
    expect(reading(shape, { ...statement, type: "fairhat/1/secret" })).toMatchObject({ problem: { at: "type" } });
  });
});

const MANIFEST = { type: "fairhat/1/manifest", ...STATEMENTS[3]?.[2] };

test.each([
  ["policy.substitutes", { policy: { substitutes: "all", redraw: "never" } }],
  ["policy.redraw", { policy: { substitutes: "alternates", redraw: "always" } }],
  ["entries.count", { entries: { count: -1, tickets: 0, root: hex32 } }],
  ["entries.tickets", { entries: { count: 0, tickets: 2 ** 53, root: hex32 } }],
  ["entries.root", { entries: { count: 0, tickets: 0, root: hex32.toUpperCase() } }],
  ["seals.b", { seals: { a: hex32 } }],
  ["previous", { previous: "" }],
  ["beacon", { beacon: {} }],
  ["drawAfter", { drawAfter: "tomorrow" }],
])("a manifest is refused at %s", (at, change) => {
  expect(reading(manifest, { ...MANIFEST, ...change })).toMatchObject({ ok: false, problem: { at } });
});

test.each([
  [
    "rule",
    ruleName,
    ["winners/1", `${"a".repeat(32)}/999999999`],
    [
      "winners",
      "Winners/1",
      "/1",
      "winners/0",
      "winners/01",
      "winners/1000000000",
      `${"a".repeat(33)}/1`,
      "winners/1\n",
    ],
  ],
  ["draw id", drawId, [draw], [draw.slice(1), `${draw}0`]],
  ["key", publicKey, [hex32], [hex32.slice(2)]],
  ["hash", hash, [hex32], [`${hex32}00`]],
  ["title", title, ["x", "x".repeat(200)], ["", "x".repeat(201)]],
  ["organiser", organiser, ["", "x".repeat(200)], ["x".repeat(201)]],
  ["operator", operator, ["", "x".repeat(200)], ["x".repeat(201)]],
  ["reason", reason, ["x", "x".repeat(200)], ["", "x".repeat(201)]],
])("limits of a %s", (_, shape, taken, refused) => {
  for (const value of taken) expect([value, reading(shape, value).ok]).toEqual([value, true]);
  for (const value of refused) expect([value, reading(shape, value).ok]).toEqual([value, false]);
});

test("a commitment is the digest of the secret statement, with the service's key in it", () => {
  const [service, secret] = ["a".repeat(64), "b".repeat(64)];
  expect(commitment(service, draw, secret)).toBe(digest({ type: "fairhat/1/secret", service, draw, secret }));
  expect(commitment(secret, draw, secret)).not.toBe(commitment(service, draw, secret));
});

describe("a signature", () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const service = toHex(publicKey.export({ format: "der", type: "spki" }).subarray(-32));
  const statement = { type: "fairhat/1/binding", service, draw, manifest: hex32, boundAt: time } as const;
  const signature = toHex(sign(null, signedBytes(statement), privateKey));

  test("covers the canonical form, for the key in the statement", () => {
    expect(new TextDecoder().decode(signedBytes(statement))).toBe(
      `{"boundAt":"${time}","draw":"${draw}","manifest":"${hex32}","service":"${service}","type":"fairhat/1/binding"}`,
    );
    expect(reading(signed(binding), { statement, signature }).ok).toBe(true);
    expect(signatureHolds({ statement, signature })).toBe(true);
  });

  test("is invalid for another statement or key", () => {
    expect(signatureHolds({ statement: { ...statement, draw: draw.replace("0", "1") } as never, signature })).toBe(
      false,
    );
    expect(signatureHolds({ statement: { ...statement, service: hex32 }, signature })).toBe(false);
  });
});
