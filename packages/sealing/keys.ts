// The Ed25519 keys of a service: the newest makes new seals, older ones bind and open theirs.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { type Signed, signedBytes, toHex } from "@fairhat/protocol";

export interface SigningKey {
  /** The public key, hex. */
  public: string;
  /** Signs a statement whose `service` is the public key. */
  signed<T extends { service: string }>(statement: T): Signed<T>;
}

/** The keys of a file, in its order. */
export type FileKeys = [SigningKey, ...SigningKey[]];

/** The keys of a service, by public key, the current one first. */
export interface Keys {
  current: SigningKey;
  of(publicKey: string): SigningKey | undefined;
  /** Loads keys that were added since: a restarted replica may already seal with one. */
  learn(): Promise<void>;
}

export function keysOf(
  current: SigningKey,
  older: SigningKey[] = [],
  added = async (): Promise<SigningKey[]> => [],
): Keys {
  const all = new Map([...older, current].map((key) => [key.public, key]));
  return {
    current,
    of: (publicKey) => all.get(publicKey),
    async learn() {
      for (const key of await added()) all.set(key.public, key);
    },
  };
}

/** A new private key as PEM (PKCS#8). */
export function newPem(): string {
  const format = { type: "pkcs8", format: "pem" } as const;
  return generateKeyPairSync("ed25519").privateKey.export(format).toString();
}

const BLOCK = /-----BEGIN PRIVATE KEY-----[A-Za-z0-9+/=\s]+-----END PRIVATE KEY-----/g;

/** The keys of a PEM file in order; null unless it holds only Ed25519 private keys (PKCS#8), at least one. */
export function readPem(file: string): FileKeys | null {
  if (file.replaceAll(BLOCK, "").trim() !== "") return null;
  const [first, ...others] = (file.match(BLOCK) ?? []).map(readBlock);
  const known = others.filter((key) => key !== null);
  return first && known.length === others.length ? [first, ...known] : null;
}

function readBlock(pem: string): SigningKey | null {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === "ed25519" ? signingKey(key) : null;
  } catch {
    return null;
  }
}

// The private key exists only in the closure, so printing a SigningKey reveals no secret.
function signingKey(key: KeyObject): SigningKey {
  const { x = "" } = createPublicKey(key).export({ format: "jwk" });
  return {
    public: toHex(Buffer.from(x, "base64url")),
    signed: (statement) => ({ signature: toHex(sign(null, signedBytes(statement), key)), statement }),
  };
}
