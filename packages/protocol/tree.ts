// Merkle tree hash and inclusion proofs, RFC 6962 section 2.1.
import { sha256 } from "#sha256";

const LEAF = 0x00;
const NODE = 0x01;
const HASH = 32; // bytes

const encoder = new TextEncoder();
// Reused, because a long list has as many nodes as leaves.
const nodeInput = new Uint8Array(65);
nodeInput[0] = NODE;
let leaf = leafBuffer(1_024);

/** Buffer for a leaf's data after its prefix. */
interface LeafBuffer {
  bytes: Uint8Array;
  data: Uint8Array;
  /** Views by data length: a list has few lengths, and a view costs as much as a hash. */
  upTo: Uint8Array[];
}

function leafBuffer(length: number): LeafBuffer {
  const bytes = new Uint8Array(1 + length);
  bytes[0] = LEAF;
  return { bytes, data: bytes.subarray(1), upTo: [] };
}

/** A Merkle tree that grows leaf by leaf. Memory: its height. */
export class Tree {
  readonly #roots: Uint8Array[] = []; // of the perfect subtrees so far, largest first
  readonly #spare: Uint8Array[] = []; // buffers of merged roots
  #size = 0;

  add(data: Uint8Array): void {
    this.#addLeaf(leafHash(data, this.#spare.pop()));
  }

  /** Adds the UTF-8 bytes of `text`. */
  addText(text: string): void {
    makeRoom(3 * text.length); // bytes of a UTF-16 unit, at most
    const { written } = encoder.encodeInto(text, leaf.data);
    this.#addLeaf(hashOfLeaf(written, this.#spare.pop()));
  }

  /** The root (32 bytes) over all leaves, in order. */
  root(): Uint8Array {
    const roots = this.#roots.map((root) => root.slice());
    while (roots.length > 1) join(roots);
    return roots[0] ?? sha256(new Uint8Array());
  }

  #addLeaf(hash: Uint8Array): void {
    this.#roots.push(hash);
    this.#size += 1;
    for (let pairs = this.#size; pairs % 2 === 0; pairs /= 2) this.#spare.push(join(this.#roots));
  }
}

/** The root (32 bytes) over the leaves' data, in order. */
export function treeRoot(leaves: Iterable<Uint8Array>): Uint8Array {
  const tree = new Tree();
  for (const data of leaves) tree.add(data);
  return tree.root();
}

/** The hashes of leaves that come one by one. */
export class LeafHashes {
  /** All of them, joined. */
  readonly bytes: Uint8Array;
  #length = 0;

  /** `count`: how many leaves will come. */
  constructor(count: number) {
    this.bytes = new Uint8Array(count * HASH);
  }

  add(data: Uint8Array): void {
    this.bytes.set(leafHash(data), this.#length);
    this.#length += HASH;
  }
}

/** The inclusion proofs of all leaves (section 2.1.1). Memory: 64 bytes per leaf. */
export class Proofs {
  readonly #levels: Uint8Array[]; // leaf hashes first, the root last

  constructor(leaves: readonly Uint8Array[] | LeafHashes) {
    let level = leaves instanceof LeafHashes ? leaves.bytes : joined(leaves.map((data) => leafHash(data)));
    this.#levels = [level];
    while (level.length > HASH) {
      level = levelAbove(level);
      this.#levels.push(level);
    }
  }

  /** The hashes from the leaf at `index` to the root, nearest first. */
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

/**
 * The root that a proof gives for a leaf of a tree of `size` leaves (RFC 9162 section 2.1.3.2); null if the proof has
 * another length.
 */
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
      // From here on, this node was the last of its level, without a sibling.
      for (; at % 2 === 0 && at > 0; at /= 2) last = Math.floor(last / 2);
    } else hash = nodeHash(hash, sibling);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : null;
}

// An odd last node moves up unchanged.
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

/** Merges the last two roots into the first of them; returns the other buffer for reuse. */
function join(roots: Uint8Array[]): Uint8Array {
  const right = roots.pop() as Uint8Array;
  const left = roots.at(-1) as Uint8Array;
  nodeHash(left, right, left);
  return right;
}

function leafHash(data: Uint8Array, into?: Uint8Array): Uint8Array {
  makeRoom(data.length);
  leaf.data.set(data);
  return hashOfLeaf(data.length, into);
}

function hashOfLeaf(length: number, into?: Uint8Array): Uint8Array {
  leaf.upTo[length] ??= leaf.bytes.subarray(0, 1 + length);
  return sha256(leaf.upTo[length], into);
}

function makeRoom(length: number): void {
  if (leaf.data.length < length) leaf = leafBuffer(2 * length);
}

function nodeHash(left: Uint8Array, right: Uint8Array, into?: Uint8Array): Uint8Array {
  nodeInput.set(left, 1);
  nodeInput.set(right, 33);
  return sha256(nodeInput, into);
}
