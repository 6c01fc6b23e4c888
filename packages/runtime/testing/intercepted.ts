import type { PGlite } from "@electric-sql/pglite";

/** Runs a statement, or fails instead. */
type Around = (run: () => Promise<unknown>, text: string, parameters: unknown) => Promise<unknown>;

/** The same database, with every statement outside a transaction passed through `around`. */
export function intercepted(pglite: PGlite, around: Around): PGlite {
  return new Proxy(pglite, {
    get(target, name) {
      const member = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      if (name !== "query") return member.bind(target);
      return (text: string, ...rest: unknown[]) => around(() => member.call(target, text, ...rest), text, rest[0]);
    },
  });
}
