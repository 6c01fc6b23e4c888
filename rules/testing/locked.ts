// Locked and opened draws in request format, made with node:crypto.
import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { canonical, digest, type Manifest, type Opening, type Signed } from "@fairhat/protocol";

interface Signer {
  key: string;
  sign<T extends object>(statement: T): Signed<T>;
}

export interface Locked {
  manifest: Manifest;
  openings: { a: Signed<Opening>; b: Signed<Opening> };
  tickets: number[] | null;
}

const signer = (): Signer => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return { key: rawKey(publicKey), sign: (statement) => ({ statement, signature: signature(statement, privateKey) }) };
};

const signature = (statement: object, key: KeyObject) =>
  sign(null, Buffer.from(canonical(statement)), key).toString("hex");

function rawKey(key: KeyObject): string {
  return Buffer.from(key.export({ format: "jwk" }).x as string, "base64url").toString("hex");
}

export const SIGNERS = { a: signer(), b: signer() };
export const SECRETS = { a: "aa".repeat(32), b: "bb".repeat(32) };

/** A manifest of `rule` and `params` for a list of `count` entries. */
export function manifestOf(rule: string, params: Record<string, unknown>, count: number, tickets = count): Manifest {
  const time = "2026-01-31T12:00:00.000Z";
  return {
    type: "fairhat/1/manifest",
    draw: "0123456789abcdef".repeat(2),
    title: "Summer fair",
    organiser: "",
    createdAt: time,
    lockedAt: time,
    drawAfter: null,
    rule,
    params,
    entries: { count, tickets, root: "00".repeat(32) },
    seals: { a: "0a".repeat(32), b: "0b".repeat(32) },
    policy: { substitutes: "none", redraw: "void" },
    previous: null,
    beacon: null,
  };
}

/** The signed opening of one side for this manifest, except for what `other` changes. */
export function openingOf(side: "a" | "b", manifest: Manifest, other: Partial<Opening> = {}): Signed<Opening> {
  return SIGNERS[side].sign<Opening>({
    type: "fairhat/1/opening",
    service: SIGNERS[side].key,
    draw: manifest.draw,
    manifest: digest(manifest),
    secret: SECRETS[side],
    openedAt: "2026-01-31T12:00:01.000Z",
    ...other,
  });
}

export function locked(manifest: Manifest, tickets: number[] | null = null): Locked {
  return { manifest, openings: { a: openingOf("a", manifest), b: openingOf("b", manifest) }, tickets };
}
