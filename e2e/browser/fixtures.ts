// A site with a draw in every state and of every rule.
import { call, type DrawAnswer, type Reply } from "../client.ts";
import { NAMES } from "../names.ts";

export type Draw = Pick<DrawAnswer, "id" | "manageKey">;

export const NEIGHBOURS = [
  "Ada Bell",
  "Grace Okoro",
  "Emmy Sand",
  "Zoë Müller",
  "Ελένη Ξένου",
  "محمد الهاشمي",
  "Ольга Иванова",
];
const READERS = NEIGHBOURS.map((label, at) => ({ label, tickets: at + 1 }));

const OURS = { organiser: "Garden committee", entries: NEIGHBOURS, listed: true };
const WINNER = { ...OURS, rule: "winners/1", params: { winners: 1 }, draw: "later" };
const DRAWS = {
  open: { ...WINNER, title: "A plot by the water" },
  locked: { ...WINNER, title: "Two seats at the round table", params: { winners: 2 } },
  announced: { ...WINNER, title: "The summer raffle", rule: "raffle/1", entries: READERS },
  void: { ...WINNER, title: "Who speaks first", rule: "order/1", params: {} },
  drawn: { ...WINNER, title: "Three books", entries: NAMES, params: { winners: 3, alternates: 2 }, draw: "now" },
  prizes: {
    ...{ ...OURS, title: "Evening of prizes", rule: "prizes/1", draw: "now" },
    params: {
      prizes: [
        { name: "Bicycle", quantity: 1 },
        { name: "Book", quantity: 2 },
      ],
      alternates: 1,
    },
  },
  groups: { ...OURS, title: "Teams of two", rule: "groups/1", params: { size: 2 }, draw: "now" },
  order: { ...OURS, title: "Order of the talks", rule: "order/1", draw: "now" },
  numbers: { title: "Six of forty-nine", rule: "numbers/1", params: { from: 1, to: 49, count: 6 }, draw: "now" },
};

export interface Fixtures {
  url: string;
  draws: Record<keyof typeof DRAWS, Draw>;
}

/** The body of an API answer that must be a success. */
export async function granted(url: string, path: string, body: unknown, key?: string): Promise<Reply["body"]> {
  const reply = await call(url, "POST", path, { body, ...(key ? { key } : {}) });
  if (!reply || reply.status >= 300) throw new Error(`${path} was refused: ${JSON.stringify(reply)}`);
  return reply.body;
}

/** Makes a draw by the API. */
export function makeDraw(url: string, body: unknown): Promise<Draw> {
  return granted(url, "/api/draws", body);
}

/** Takes a step of a draw as its organiser. */
export async function step(url: string, { id, manageKey }: Draw, name: "lock" | "draw" | "void", body: object = {}) {
  await granted(url, `/api/draws/${id}/${name}`, body, manageKey);
}

/** Makes all these draws on a site. */
export async function seedDraws(url: string): Promise<Fixtures> {
  const made = [];
  for (const [name, body] of Object.entries(DRAWS)) made.push([name, await makeDraw(url, body)]);
  const draws = Object.fromEntries(made) as Fixtures["draws"];
  const nextYear = `${new Date().getUTCFullYear() + 1}-12-24T18:00:00.000Z`;
  await step(url, draws.locked, "lock");
  await step(url, draws.announced, "lock", { drawAfter: nextYear });
  await step(url, draws.void, "lock");
  await step(url, draws.void, "void", { reason: "One of us was left out of the list" });
  return { url, draws };
}
