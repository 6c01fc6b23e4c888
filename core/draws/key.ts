// Replaces the organiser's key, in case someone else has seen the old one.
import { type Answer, answered, refusal, refused } from "@fairhat/runtime";
import type { Db } from "../db/schema.ts";
import { manageHash, manageKey, opens, replacedKey } from "../manage-key.ts";
import type { Context } from "./context.ts";
import { rewrapped } from "./names.ts";
import { type Draw, replaceHash } from "./repository.ts";

/**
 * Replaces a draw's key: only the new one is valid from now on. `token` identifies the request, which gets the same key
 * when repeated.
 */
export async function replaceKey(context: Context, draw: Draw, key: string, token: string): Promise<Answer<string>> {
  const before = replacedKey(context.secret, draw, token);
  if (opens(before, draw)) return answered(before);
  const { id, generation } = draw;
  const next = replacedKey(context.secret, { id, generation: generation + 1 }, token);
  const written = opens(key, draw) && (await replaceWith(context.db, draw, key, next));
  if (written) return answered(next);
  return refused("key_replaced");
}

// The names themselves stay as they are: only the key to them is encrypted anew.
async function replaceWith(db: Db, draw: Draw, key: string, next: string): Promise<boolean> {
  const wrapped = await rewrapped(db, draw.id, key, next);
  return replaceHash(db, draw, manageHash(next), wrapped);
}

/** The key that a draw was made with. Throws HttpRefusal 409 if it was replaced. */
export function firstKey(secret: string, draw: Draw): string {
  if (draw.generation === 1) return manageKey(secret, draw);
  throw refusal("key_replaced");
}
