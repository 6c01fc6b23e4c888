// Which room imports which, as the sources do it. A room of the picture is one that ci/arrows.test.ts guards.
import { ARROWS, type Import, importsOf, reaches } from "../imports.ts";
import { mermaid } from "./parts.ts";

const ROOMS = Object.keys(ARROWS);

/** Everything builds on these two; an arrow from each room to them would hide the others. */
const GROUND = ["protocol", "service"];

interface Arrow {
  from: string;
  to: string;
  /** Whether nothing but types goes over it. */
  types: boolean;
}

/** The picture of all imports. */
export async function importsPicture(): Promise<string> {
  const arrows = (await Promise.all(ROOMS.map(arrowsFrom))).flat();
  const onGround = (ground: string) => arrows.filter(({ to }) => to === ground).map(({ from }) => from);
  const shown = arrows.filter(({ to }) => !GROUND.includes(to));
  return [
    mermaid(
      "flowchart TB",
      ...ROOMS.filter((room) => !GROUND.includes(room)).map((room) => `  ${idOf(room)}["${room}"]`),
      ...shown.map(({ from, to, types }) => `  ${idOf(from)} ${types ? "-. types .->" : "-->"} ${idOf(to)}`),
    ),
    "",
    ...GROUND.map((ground) => `- \`${ground}\` is imported by ${onGround(ground).join(", ")}`),
  ].join("\n");
}

async function arrowsFrom(room: string): Promise<Arrow[]> {
  const types = new Map<string, boolean>();
  for (const one of await importsOf(room)) {
    const to = roomOf(one, room);
    if (to !== null) types.set(to, one.type && (types.get(to) ?? true));
  }
  return Array.from(types, ([to, types]) => ({ from: room, to, types })).sort((a, b) => (a.to < b.to ? -1 : 1));
}

// The catalogue is a room inside a room: what it imports is its own, and the service around it imports it.
function roomOf(one: Import, room: string): string | null {
  const inner = ROOMS.find((other) => other.startsWith(`${room}/`));
  if (inner && one.file.startsWith(`${inner}/`)) return null;
  if (inner && one.from.startsWith(`./${inner.slice(room.length + 1)}/`)) return inner;
  const path = reaches(one, room);
  const holds = (other: string) => path === other || path?.startsWith(`${other}/`);
  return ROOMS.filter((other) => other !== room && holds(other)).sort((a, b) => b.length - a.length)[0] ?? null;
}

function idOf(room: string): string {
  return room.replaceAll("/", "_");
}
