// English wording for the sentences that describe a rule's draw.

/** `1 winner`, `3 winners`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function entries(count: number): string {
  return counted(count, "entry", "entries");
}

/** `3 winners and 1 alternate`. */
export function winnersAndAlternates(winners: number, alternates: number): string {
  const first = counted(winners, "winner");
  return alternates === 0 ? first : `${first} and ${counted(alternates, "alternate")}`;
}

/** `3 winners and 1 alternate are drawn from 300 entries`. */
export function drawnFrom(count: number, winners: number, alternates: number): string {
  const verb = winners + alternates === 1 ? "is" : "are";
  return `${winnersAndAlternates(winners, alternates)} ${verb} drawn from ${entries(count)}`;
}
