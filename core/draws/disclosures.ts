// Published names of a private draw: label and salt beside the record, each checked against its entry.
import { positionsIn } from "@fairhat/browser/result";
import { hidingRefusal, isPrivate } from "@fairhat/protocol";
import { type Answer, answered, refused } from "@fairhat/runtime";
import type { DisclosureTable } from "../db/schema.ts";
import { addDisclosures } from "./after-draw.ts";
import type { Context } from "./context.ts";
import { entriesAt } from "./labels.ts";
import { keptNames } from "./names.ts";
import { type Draw, readDraw } from "./repository.ts";

export type Disclosure = Pick<DisclosureTable, "position" | "label" | "salt">;

/** A name to publish; label and salt may be left out where core keeps them. */
type Given = Pick<Disclosure, "position"> & Partial<Disclosure>;

/** Publishes names of drawn entries. No refusal contains a name. */
export async function disclose(context: Context, draw: Draw, given: Given[], key: string): Promise<Answer<Draw>> {
  if (draw.state !== "drawn") return refused("not_drawn");
  const complete = await completeNames(context, draw, given, key);
  return complete.ok ? publish(context, draw, complete.value) : complete;
}

async function completeNames({ db }: Context, draw: Draw, given: Given[], key: string): Promise<Answer<Disclosure[]>> {
  const lacks = ({ label, salt }: Given) => label === undefined || salt === undefined;
  const lacking = given.findIndex(lacks);
  if (lacking < 0) return answered(given.map((name) => ({ label: "", salt: "", ...name })));
  const kept = await keptNames(db, draw.id, key);
  if (!kept)
    return refused("names_not_kept", {
      at: `names[${lacking}]`,
      expected: { code: "label_and_salt" },
      found: { code: "something_else" },
    });
  const names = await kept.at(given.filter(lacks).map(({ position }) => position));
  return answered(given.map((name) => ({ label: "", salt: "", ...names.get(name.position), ...name })));
}

async function publish(context: Context, draw: Draw, names: Disclosure[]): Promise<Answer<Draw>> {
  const places = names.map(({ position }) => position);
  const entries = await entriesAt(context.db, draw, places);
  // After the entries: a list erased meanwhile must not be mistaken for another one.
  const { outcome, erased_at } = await readDraw(context.db, draw.id);
  if (erased_at !== null) return refused("list_erased");
  const drawn = new Set(positionsIn(JSON.parse(outcome ?? "{}").result));
  for (const [number, { position, label, salt }] of names.entries()) {
    const entry = drawn.has(position) && entries.get(position);
    const at = `names[${number}]`;
    if (!entry)
      return refused("place_not_drawn", {
        at,
        expected: { code: "drawn_position" },
        found: { code: "something_else" },
      });
    if (!isPrivate(entry)) return refused("names_are_open");
    if (hidingRefusal(entry, { label, salt })) {
      return refused("other_name", { at, expected: { code: "name_and_salt" }, found: { code: "something_else" } });
    }
  }
  return (await addDisclosures(context.db, draw.id, names)) ? answered(draw) : refused("list_erased");
}
