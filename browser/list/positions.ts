// Finds entries by name, or by number as in #3.

export type PositionOf = (name: string) => number | undefined;

/** The entries named in a line; null if there is only one, or if one is unknown. */
export function positionsIn(line: string, separator: RegExp, positionOf: PositionOf): number[] | null {
  const positions = line.trim().split(separator).map(positionOf);
  return positions.length > 1 && positions.every((one) => one !== undefined) ? positions : null;
}

const NUMBER = /^#(\d{1,7})$/;

/** Finds an entry by its name, ignoring case, or by its number as in #3. A name of several entries finds none. */
export function positionsBy(labels: readonly string[]): PositionOf {
  const exact = onceEach(labels.map(spaced));
  const folded = onceEach(labels.map((label) => spaced(label).toLowerCase()));
  return (typed) => {
    const name = spaced(typed);
    const number = NUMBER.exec(name)?.[1];
    const position = exact.get(name) ?? folded.get(name.toLowerCase());
    if (position !== undefined || number === undefined) return position;
    return Number(number) >= 1 && Number(number) <= labels.length ? Number(number) - 1 : undefined;
  };
}

const spaced = (text: string) => text.normalize("NFC").trim().replace(/\s+/gu, " ");

function onceEach(names: string[]): Map<string, number> {
  const positions = Map.groupBy(names.keys(), (at) => names[at] as string);
  return new Map(
    Array.from(positions).flatMap(([name, [at, ...more]]) => (more.length === 0 ? [[name, at as number]] : [])),
  );
}
