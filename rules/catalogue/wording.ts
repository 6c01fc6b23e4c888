// English wording for the sentences that describe a rule's draw.
import { FOUND } from "@fairhat/protocol";

/** `1 winner`, `3 winners`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function entries(count: number): string {
  return counted(count, "entry", "entries");
}

/** `3 winners and 1 alternate`. */
function winnersAndAlternates(winners: number, alternates: number): string {
  return FOUND.winners({ winners, alternates });
}

/** `3 winners and 1 alternate are drawn from 300 entries`. */
export function drawnFrom(count: number, winners: number, alternates: number): string {
  const verb = winners + alternates === 1 ? "is" : "are";
  return `${winnersAndAlternates(winners, alternates)} ${verb} drawn from ${entries(count)}`;
}
