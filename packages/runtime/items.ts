import { listOf, Malformed, type Shape, typed } from "@fairhat/protocol";

/** Maximum items per call. */
const MOST = 1_000;

const anyLength = listOf({ schema: {}, read: (item) => item });

/** A batch. Its items are read one by one, so that an invalid one fails alone. */
export const items: Shape<unknown[]> = {
  schema: { type: "array", maxItems: MOST },
  read(value) {
    const list = anyLength.read(value);
    if (list.length <= MOST) return list;
    throw new Malformed({ at: "", expected: { code: "items_at_most", most: MOST }, found: typed(list.length) });
  },
};
