import { expect, test } from "bun:test";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { fromHex, toHex } from "./hex.ts";
import { Proofs, rootFrom, treeRoot } from "./tree.ts";
import vectors from "./vectors/rfc6962.json";

type Data = Uint8Array<ArrayBuffer>;
const leaves = vectors.leaves.map(fromHex);

test.each(vectors.roots.map((root, size) => ({ size, root })))("$size leaves", ({ size, root }) => {
  expect(toHex(treeRoot(leaves.slice(0, size)))).toBe(root);
});

// RFC 6962 section 2.1, transcribed: recursive.
function recursive(data: Uint8Array[]): Buffer {
  const hash = (...parts: Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest();
  if (data.length === 0) return hash();
  if (data.length === 1) return hash(Buffer.of(0), ...data);
  const k = 2 ** Math.floor(Math.log2(data.length - 1));
  return hash(Buffer.of(1), recursive(data.slice(0, k)), recursive(data.slice(k)));
}

test("it equals the recursive definition, for every size to 130", () => {
  for (let size = 0; size <= 130; size += 1) {
    const data = Array.from({ length: size }, (_, i) => Uint8Array.of(i));
    expect(toHex(treeRoot(data))).toBe(recursive(data).toString("hex"));
  }
});

test("any other list has another root: changed, cut, longer, swapped, the last entry doubled", () => {
  const lists = fc.uniqueArray(fc.uint8Array({ maxLength: 8 }), { minLength: 2, selector: String });
  fc.assert(
    fc.property(lists, fc.nat(), (data, where) => {
      const at = where % (data.length - 1);
      const [one, other, last] = [data[at], data[at + 1], data.at(-1)] as [Data, Data, Data];
      const others = [
        data.with(at, Uint8Array.of(...one, 0)),
        data.slice(0, -1),
        [...data, new Uint8Array()],
        [...data, last],
        data.with(at, other).with(at + 1, one),
      ];
      for (const list of others) expect(treeRoot(list)).not.toEqual(treeRoot(data));
    }),
  );
});

test("a node is never accepted as a leaf", () => {
  const inner = createHash("sha256").update(Buffer.of(0, 1)).digest();
  expect(treeRoot([Buffer.concat([inner, inner])])).not.toEqual(treeRoot([Buffer.of(1), Buffer.of(1)]));
});

test("the proofs of RFC 6962 section 2.1.3, and of every size to 70, lead to the root and nowhere else", () => {
  const seven = Array.from({ length: 7 }, (_, at) => Uint8Array.of(at));
  expect([0, 3, 4, 6].map((at) => new Proofs(seven).of(at).length)).toEqual([3, 3, 3, 2]);
  for (let size = 1; size <= 70; size += 1) {
    const data = Array.from({ length: size }, (_, at) => Uint8Array.of(at));
    const [proofs, root] = [new Proofs(data), treeRoot(data)];
    for (const [at, leaf] of data.entries()) {
      const proof = proofs.of(at);
      expect(rootFrom(leaf, at, size, proof)).toEqual(root);
      expect(rootFrom(leaf, at, size, [...proof, root])).toBeNull();
      if (size > 1) expect(rootFrom(leaf, (at + 1) % size, size, proof)).not.toEqual(root);
      if (size > 1) expect(rootFrom(leaf, at, size, proof.slice(1))).not.toEqual(root);
      expect(rootFrom(Uint8Array.of(at, at), at, size, proof)).not.toEqual(root);
    }
  }
});
