// Names of a private draw that its organiser publishes: label and salt beside the record, each checked against its entry.
import { positionsIn } from "@fairhat/browser/result";
import { type Expected, hidingRefusal, isPrivate, Malformed } from "@fairhat/protocol";
import { type Answer, answered, refused } from "@fairhat/runtime";
import type { DisclosureTable } from "../db/schema.ts";
import type { Context } from "./context.ts";
import { entriesAt } from "./labels.ts";
import { addDisclosures, type Draw, readDraw } from "./repository.ts";

export type Disclosure = Pick<DisclosureTable, "position" | "label" | "salt">;

/** Publishes names of entries that were drawn. No refusal has a name in it. */
export async function disclose(context: Context, draw: Draw, names: Disclosure[]): Promise<Answer<Draw>> {
  if (draw.state !== "drawn") return refused("not_drawn", "this draw is not drawn; there is nobody to be named yet");
  const { outcome } = await readDraw(context.db, draw.id);
  const drawn = new Set(positionsIn(JSON.parse(outcome ?? "{}").result));
  const entries = await entriesAt(
    context.db,
    draw,
    names.map(({ position }) => position).filter((at) => drawn.has(at)),
  );
  for (const [number, { position, label, salt }] of names.entries()) {
    const entry = entries.get(position);
    const at = `names[${number}]`;
    if (!entry) return refusal("place_not_drawn", at, { code: "drawn_position" });
    if (isPrivate(entry) && hidingRefusal(entry, { label, salt })) {
      return refusal("other_name", at, { code: "name_and_salt" });
    }
  }
  await addDisclosures(context.db, draw.id, names);
  return answered(draw);
}

function refusal(reason: string, at: string, expected: Expected): Answer<never> {
  const problem = { at, expected, found: { code: "something_else" } } as const;
  return refused(reason, new Malformed(problem).message, problem);
}
