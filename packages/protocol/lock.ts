// The lock of a draw as a separate file, docs/protocol.md section 8: what anyone can keep before the draw.
import { entryList } from "./entries.ts";
import { constant, type Of, object } from "./shape.ts";
import { bothSides } from "./sides.ts";
import { binding, manifest, seal, signed } from "./statements.ts";

export const lock = object({
  type: constant("fairhat/1/lock"),
  manifest,
  entries: entryList,
  seals: object(bothSides(signed(seal))),
  bindings: object(bothSides(signed(binding))),
});
export type DrawLock = Of<typeof lock>;
