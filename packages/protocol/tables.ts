// Tables that are known to the compiler, read by names that come from outside.

/** The value under `name`; undefined for a name that is not the table's own, such as `constructor`. */
export function own<T extends object>(table: T, name: string): T[keyof T] | undefined {
  // hasOwn has just proven that it is a key.
  return Object.hasOwn(table, name) ? table[name as keyof T] : undefined;
}

/** The names of a table that is written as a literal: the compiler cannot know that a value has no others. */
export function keysOf<T extends object>(table: T): (keyof T & string)[] {
  return Object.keys(table) as (keyof T & string)[];
}
