// Merkle tree hash, RFC 6962 section 2.1.
import { sha256 } from "./sha256.ts";

const LEAF = 0x00;
const NODE = 0x01;

/** The root (32 bytes) over the data of the leaves, in order. Memory: the height of the tree. */
export function treeRoot(leaves: Iterable<Uint8Array>): Uint8Array {
  const roots: Uint8Array[] = []; // of the perfect subtrees so far, the largest first
  let size = 0;
  for (const data of leaves) {
    roots.push(hash(LEAF, data));
    size += 1;
    for (let pairs = size; pairs % 2 === 0; pairs /= 2) join(roots);
  }
  while (roots.length > 1) join(roots);
  return roots[0] ?? sha256(new Uint8Array());
}

function join(roots: Uint8Array[]): void {
  const right = roots.pop() as Uint8Array;
  const left = roots.pop() as Uint8Array;
  roots.push(hash(NODE, left, right));
}

function hash(prefix: number, ...parts: Uint8Array[]): Uint8Array {
  const data = new Uint8Array(parts.reduce((length, part) => length + part.length, 1));
  data[0] = prefix;
  let at = 1;
  for (const part of parts) {
    data.set(part, at);
    at += part.length;
  }
  return sha256(data);
}
