// Recomputes published selections. Nothing is stored.
import { anyObject, type Expected, type Of, object, reading, text, typed } from "@fairhat/protocol";
import { REPLAYS, type Replayed } from "@fairhat/replays";
import { type Answer, answered, refused } from "@fairhat/runtime";

export const replayRequest = object({ rule: text(1, 40), params: anyObject });

const expectedRule: Expected = { code: "named", names: [...REPLAYS.keys()] };
const METHODS = [...REPLAYS.keys()].join(", ");

/** The result of a published method for these parameters. */
export function replayed({ rule, params }: Of<typeof replayRequest>): Answer<Replayed> {
  const method = REPLAYS.get(rule);
  if (!method) {
    const field = {
      at: "rule",
      expected: expectedRule,
      found: typed(JSON.stringify(rule)),
    };
    return refused("unknown_rule", { known: METHODS }, field);
  }
  const wanted = reading(object({ params: method.params }), { params });
  if (wanted.ok) return answered(method.run(wanted.value.params));
  return refused("malformed", wanted.problem);
}
