// Merkle tree hash, RFC 6962 section 2.1.
import { sha256 } from "#sha256";

const LEAF = 0x00;
const NODE = 0x01;

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
