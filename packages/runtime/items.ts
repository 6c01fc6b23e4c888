import { listOf, Malformed, type Shape, typed } from "@fairhat/protocol";

/** Items that a service takes in one call, at most. */
const MOST = 1_000;

const anyLength = listOf({ schema: {}, read: (item) => item });

/** The list of a call that asks for many things at once. Its items are read one by one, so that a bad one fails alone. */
export const items: Shape<unknown[]> = {
  schema: { type: "array", maxItems: MOST },
  read(value) {
    const list = anyLength.read(value);
    if (list.length <= MOST) return list;
    throw new Malformed({ at: "", expected: { code: "items_at_most", most: MOST }, found: typed(list.length) });
  },
};
