// Merkle tree hash and inclusion proofs, RFC 6962 section 2.1.
import { sha256 } from "#sha256";

const LEAF = 0x00;
const NODE = 0x01;
const HASH = 32; // bytes

const nodeInput = new Uint8Array(65); // reused, for a long list has as many nodes as leaves
nodeInput[0] = NODE;

/** A tree that grows leaf by leaf. Memory: its height. */
export class Tree {
  readonly #roots: Uint8Array[] = []; // of the perfect subtrees so far, the largest first
  #size = 0;

  add(data: Uint8Array): void {
    this.#roots.push(leafHash(data));
    this.#size += 1;
    for (let pairs = this.#size; pairs % 2 === 0; pairs /= 2) join(this.#roots);
  }

  /** The root (32 bytes) over all leaves, in order. */
  root(): Uint8Array {
    const roots = [...this.#roots];
    while (roots.length > 1) join(roots);
    return roots[0] ?? sha256(new Uint8Array());
  }
}

/** The root (32 bytes) over the data of the leaves, in order. */
export function treeRoot(leaves: Iterable<Uint8Array>): Uint8Array {
  const tree = new Tree();
  for (const data of leaves) tree.add(data);
  return tree.root();
}

/** The inclusion proofs of all leaves (section 2.1.1). Memory: 64 bytes a leaf. */
export class Proofs {
  readonly #levels: Uint8Array[]; // the hashes of the leaves first, the root alone last

  constructor(leaves: readonly Uint8Array[]) {
    let level = joined(leaves.map(leafHash));
    this.#levels = [level];
    while (level.length > HASH) {
      level = levelAbove(level);
      this.#levels.push(level);
    }
  }

  /** The hashes that lead from the leaf at `index` to the root, nearest first. */
  of(index: number): Uint8Array[] {
    const proof: Uint8Array[] = [];
    let at = index;
    for (const level of this.#levels) {
      const sibling = hashIn(level, at % 2 === 0 ? at + 1 : at - 1);
      if (sibling.length > 0) proof.push(sibling);
      at = Math.floor(at / 2);
    }
    return proof;
  }
}

/** The root to which a proof leads from a leaf of a tree of `size` leaves (RFC 9162 section 2.1.3.2); null where the proof has another length. */
export function rootFrom(
  data: Uint8Array,
  index: number,
  size: number,
  proof: Iterable<Uint8Array>,
): Uint8Array | null {
  let hash = leafHash(data);
  let at = index;
  let last = size - 1;
  for (const sibling of proof) {
    if (last === 0) return null;
    const isRight = at % 2 === 1;
    if (isRight || at === last) {
      hash = nodeHash(sibling, hash);
      // Above here this node was the last one of its level, without a sibling.
      for (; at % 2 === 0 && at > 0; at /= 2) last = Math.floor(last / 2);
    } else hash = nodeHash(hash, sibling);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : null;
}

// An odd last node moves up as it is.
function levelAbove(level: Uint8Array): Uint8Array {
  const count = level.length / HASH;
  const above = new Uint8Array(Math.ceil(count / 2) * HASH);
  for (let at = 0; at < count; at += 2) {
    const [left, right] = [hashIn(level, at), hashIn(level, at + 1)];
    above.set(right.length > 0 ? nodeHash(left, right) : left, (at / 2) * HASH);
  }
  return above;
}

function hashIn(level: Uint8Array, at: number): Uint8Array {
  return level.subarray(at * HASH, (at + 1) * HASH);
}

function joined(hashes: readonly Uint8Array[]): Uint8Array {
  const level = new Uint8Array(hashes.length * HASH);
  for (const [at, hash] of hashes.entries()) level.set(hash, at * HASH);
  return level;
}

function join(roots: Uint8Array[]): void {
  const right = roots.pop() as Uint8Array;
  const left = roots.pop() as Uint8Array;
  roots.push(nodeHash(left, right));
}

function leafHash(data: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + data.length);
  input[0] = LEAF;
  input.set(data, 1);
  return sha256(input);
}

function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  nodeInput.set(left, 1);
  nodeInput.set(right, 33);
  return sha256(nodeInput);
}
