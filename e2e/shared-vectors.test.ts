// Runs all vectors of other projects, from the folder FAIRHAT_VECTORS; a selection that always runs is in
// packages/protocol/vectors. Imports protocol's files directly, because the tested pieces are not exported.
import { describe, expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { canonical, fromHex, toHex } from "@fairhat/protocol";
import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { equationHolds as native } from "../packages/protocol/ed25519.native.ts";
import { equationHolds as portable } from "../packages/protocol/ed25519.portable.ts";
import { verifies } from "../packages/protocol/signature.ts";
import { treeRoot } from "../packages/protocol/tree.ts";
import reference from "../packages/protocol/vectors/rfc6962.json";

interface Wycheproof<Group, Case> {
  testGroups: (Group & {
    tests: (Case & { tcId: number; comment: string; result: "valid" | "invalid" | "acceptable" })[];
  })[];
}

const { FAIRHAT_VECTORS: folder = "" } = process.env;
const files = (...path: string[]) => readdirSync(join(folder, ...path));
const text = (...path: string[]) => readFileSync(join(folder, ...path), "utf8");
const json = <T>(...path: string[]) => JSON.parse(text(...path)) as T;

function rfc8785(): void {
  const fractions = new Set(["values.json"]); // numbers that protocol 1 does not allow
  test.each(files("rfc8785/input"))("%s", (file) => {
    const value: unknown = JSON.parse(text("rfc8785/input", file));
    if (fractions.has(file)) expect(() => canonical(value)).toThrow("is not an integer");
    else expect(canonical(value)).toBe(text("rfc8785/output", file));
  });
}

function rfc6962(): void {
  const leaves = reference.leaves.map(fromHex);
  interface Proof {
    wantErr: boolean;
    treeSize?: number;
    root?: string;
    size1?: number;
    root1?: string;
    size2?: number;
    root2?: string;
  }
  const paths = ["inclusion", "consistency"].flatMap((kind) =>
    ["0", "1", "2", "3", "4"].flatMap((group) =>
      files("rfc6962", kind, group).map((file) => ["rfc6962", kind, group, file] as const),
    ),
  );
  const roots = paths.flatMap((path) => {
    const proof = json<Proof>(...path);
    const pairs = [
      [proof.treeSize, proof.root],
      [proof.size1, proof.root1],
      [proof.size2, proof.root2],
    ] as const;
    const given = pairs.filter(([size, root]) => size !== undefined && root !== undefined);
    return proof.wantErr ? [] : given.map(([size, root]) => ({ name: path.join("/"), size, root }));
  });
  test("there are fifteen", () => expect(roots.length).toBe(15));
  test.each(roots)("$name, $size leaves", ({ size, root }) => {
    expect(Buffer.from(treeRoot(leaves.slice(0, size))).toString("base64")).toBe(root as string);
  });
}

function wycheproof(): void {
  interface Key {
    publicKey: { pk: string };
  }
  const ed25519 = json<Wycheproof<Key, { msg: string; sig: string }>>("wycheproof/ed25519_test.json");
  test.each(ed25519.testGroups.flatMap(({ publicKey, tests }) => tests.map((one) => ({ ...one, key: publicKey.pk }))))(
    "ed25519 $tcId: $comment",
    ({ key, msg, sig, result }) => {
      const good = sig.length === 128 && verifies(fromHex(sig), fromHex(msg), fromHex(key));
      expect(good).toBe(result === "valid");
    },
  );

  const hkdfs = json<Wycheproof<object, { ikm: string; salt: string; info: string; size: number; okm: string }>>(
    "wycheproof/hkdf_sha256_test.json",
  );
  test.each(hkdfs.testGroups.flatMap(({ tests }) => tests))("hkdf $tcId: $comment", (one) => {
    const made = () => toHex(hkdf(sha256, fromHex(one.ikm), fromHex(one.salt), fromHex(one.info), one.size));
    if (one.result === "valid") expect(made()).toBe(one.okm);
    else expect(made).toThrow();
  });

  const hmacs = json<Wycheproof<{ tagSize: number }, { key: string; msg: string; tag: string }>>(
    "wycheproof/hmac_sha256_test.json",
  );
  test.each(hmacs.testGroups.flatMap(({ tagSize, tests }) => tests.map((one) => ({ ...one, tagSize }))))(
    "hmac $tcId: $comment",
    ({ key, msg, tag, tagSize, result }) => {
      const made = toHex(hmac(sha256, fromHex(key), fromHex(msg))).slice(0, tagSize / 4);
      expect(made === tag).toBe(result === "valid");
    },
  );
}

function cctv(): void {
  interface Edge {
    number: number;
    key: string;
    sig: string;
    msg: string;
    flags: string[] | null;
  }
  // docs/protocol.md section 1: small-order and non-canonical points are refused, and verification is cofactorless.
  const TAKEN = ["", "low_order_component_A", "low_order_component_R low_order_component_A"];
  const edges = json<Edge[]>("ed25519-cctv/ed25519vectors.json").map((edge) => ({
    ...edge,
    flags: edge.flags?.join(" ") ?? "",
  }));
  test.each(edges)("$number: $flags", ({ key, sig, msg, flags }) => {
    const parts = [fromHex(sig), Buffer.from(msg), fromHex(key)] as const;
    expect(verifies(...parts)).toBe(TAKEN.includes(flags));
    if (!flags.includes("non_canonical_A")) expect(native(...parts)).toBe(portable(...parts));
  });
}

if (folder) {
  describe("rfc8785", rfc8785);
  describe("rfc6962: the roots over the reference leaves, in every file that has one", rfc6962);
  describe("wycheproof", wycheproof);
  describe("ed25519-cctv", cctv);
}
