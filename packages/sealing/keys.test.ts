import { expect, test } from "bun:test";
import { generateKeyPairSync } from "node:crypto";
import { inspect } from "node:util";
import { signatureHolds } from "@fairhat/protocol";
import { keysOf, newPem, readPem, type SigningKey } from "./keys.ts";

const statement = (key: SigningKey): { draw: string; service: string } => ({ draw: "one", service: key.public });

// RFC 8032, section 7.1, TEST 1, as PKCS#8 (RFC 8410).
const RFC_SECRET = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
const RFC_PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
const rfcDer = Buffer.from(`302e020100300506032b657004220420${RFC_SECRET}`, "hex").toString("base64");
const RFC_PEM = `-----BEGIN PRIVATE KEY-----\n${rfcDer}\n-----END PRIVATE KEY-----\n`;

test("reads the key of RFC 8032 and its public half", () => {
  expect(readPem(RFC_PEM)?.map((key) => key.public)).toEqual([RFC_PUBLIC]);
});

test("its signatures verify with the protocol's check, and for no other statement", () => {
  const [key] = readPem(newPem()) as [SigningKey];
  const signed = key.signed(statement(key));
  const other = { ...signed.statement, draw: "other" };
  expect(signatureHolds(signed)).toBe(true);
  expect(signatureHolds({ ...signed, statement: other })).toBe(false);
});

test("several blocks are several keys in order; the first is the current one", () => {
  const [current, ...older] = readPem(`${RFC_PEM}\n${newPem()}${newPem()}`) as [SigningKey];
  const keys = keysOf(current, older);
  expect(keys.current.public).toBe(RFC_PUBLIC);
  expect(older).toHaveLength(2);
  for (const key of [current, ...older]) expect(keys.of(key.public)).toBe(key);
  expect(keys.of("00".repeat(32))).toBeUndefined();
});

test("refuses a file that is not only Ed25519 private keys", () => {
  const pem = { type: "pkcs8", format: "pem" } as const;
  const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export(pem).toString();
  const locked = { ...pem, cipher: "aes-256-cbc", passphrase: "secret" };
  const encrypted = generateKeyPairSync("ed25519").privateKey.export(locked).toString();
  const spki = generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "pem" }).toString();
  const broken = RFC_PEM.replace("MC4C", "MC4D");
  for (const file of ["", "key", ec, encrypted, spki, broken, `${RFC_PEM}${ec}`, `${RFC_PEM}more`, `more${RFC_PEM}`]) {
    expect(readPem(file)).toBeNull();
  }
});

test("printing a key reveals no secret", () => {
  const [key] = readPem(RFC_PEM) as [SigningKey];
  const shown = inspect(key, { depth: 10, showHidden: true }) + JSON.stringify(key);
  for (const form of [RFC_SECRET, rfcDer, Buffer.from(RFC_SECRET, "hex").toString("base64url")]) {
    expect(shown).not.toContain(form);
  }
});
