// Recomputes published selections. Nothing is stored.
import { anyObject, type Of, object, reading, text } from "@fairhat/protocol";
import { REPLAYS, type Replayed } from "@fairhat/replays";
import { type Answer, answered, HttpRefusal, refused } from "@fairhat/runtime";

export const replayRequest = object({ rule: text(1, 40), params: anyObject });

const METHODS = [...REPLAYS.keys()].join(", ");

/** The result of a published method for these parameters. */
export function replayed({ rule, params }: Of<typeof replayRequest>): Answer<Replayed> {
  const method = REPLAYS.get(rule);
  if (!method) {
    const field = { at: "rule", expected: `one of ${METHODS}`, found: JSON.stringify(rule) };
    return refused("unknown_rule", `rule: there is no replay of this name; those there are: ${METHODS}`, field);
  }
  const wanted = reading(object({ params: method.params }), { params });
  if (wanted.ok) return answered(method.run(wanted.value.params));
  const { refusal } = HttpRefusal.malformed(wanted.problem);
  return refused(refusal.reason, refusal.detail, wanted.problem);
}
