// Merkle tree hash, RFC 6962 section 2.1.
import { sha256 } from "#sha256";

const LEAF = 0x00;
const NODE = 0x01;

const encoder = new TextEncoder();
// Reused, for a long list has as many nodes as leaves, and each buffer would be garbage at once.
const nodeInput = new Uint8Array(65);
nodeInput[0] = NODE;
let leaf = leafBuffer(1_024);

/** Where the data of a leaf is put behind its mark. */
interface LeafBuffer {
  bytes: Uint8Array;
  data: Uint8Array;
  /** The bytes up to a length of data: a list has few lengths, and a view costs as much as a hash. */
  upTo: Uint8Array[];
}

function leafBuffer(length: number): LeafBuffer {
  const bytes = new Uint8Array(1 + length);
  bytes[0] = LEAF;
  return { bytes, data: bytes.subarray(1), upTo: [] };
}

/** A tree that grows leaf by leaf. Memory: its height. */
export class Tree {
  readonly #roots: Uint8Array[] = []; // of the perfect subtrees so far, the largest first
  readonly #spare: Uint8Array[] = []; // buffers of roots that were joined to others
  #size = 0;

  add(data: Uint8Array): void {
    makeRoom(data.length);
    leaf.data.set(data);
    this.#addLeaf(data.length);
  }

  /** Adds the UTF-8 bytes of `text`. */
  addText(text: string): void {
    makeRoom(3 * text.length); // bytes of a UTF-16 unit, at most
    this.#addLeaf(encoder.encodeInto(text, leaf.data).written);
  }

  /** The root (32 bytes) over all leaves, in order. */
  root(): Uint8Array {
    const roots = this.#roots.map((root) => root.slice());
    while (roots.length > 1) join(roots);
    return roots[0] ?? sha256(new Uint8Array());
  }

  #addLeaf(length: number): void {
    leaf.upTo[length] ??= leaf.bytes.subarray(0, 1 + length);
    this.#roots.push(sha256(leaf.upTo[length], this.#spare.pop()));
    this.#size += 1;
    for (let pairs = this.#size; pairs % 2 === 0; pairs /= 2) this.#spare.push(join(this.#roots));
  }
}

/** The root (32 bytes) over the data of the leaves, in order. */
export function treeRoot(leaves: Iterable<Uint8Array>): Uint8Array {
  const tree = new Tree();
  for (const data of leaves) tree.add(data);
  return tree.root();
}

function makeRoom(length: number): void {
  if (leaf.data.length < length) leaf = leafBuffer(2 * length);
}

/** Writes the hash of the last two roots over the first of them; answers the other one, which nobody needs any more. */
function join(roots: Uint8Array[]): Uint8Array {
  const right = roots.pop() as Uint8Array;
  const left = roots.at(-1) as Uint8Array;
  nodeInput.set(left, 1);
  nodeInput.set(right, 33);
  sha256(nodeInput, left);
  return right;
}
