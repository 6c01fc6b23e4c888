import { afterAll, beforeAll, expect, test } from "bun:test";
import { hide } from "@fairhat/protocol";
import { verifyRecord } from "@fairhat/verify";
import { type Fairhat, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
import { textOf } from "../testing/html.ts";
import { pageOf } from "../testing/pages.ts";

let fairhat: Fairhat;
let site: Site;
beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
});
afterAll(() => fairhat.stop());

const NAMES = ["Ada Bell", "Grace Okoro", "Emmy Sand", "Zoë Müller", "Otto Klee"].map((label, at) => ({
  label,
  salt: `${at}`.repeat(32),
}));
const entries = NAMES.map(({ label, salt }, at) => ({ hidden: hide(label, salt), masked: at === 0 ? "" : "X. Y." }));

/** A private draw with one winner, and the winner's name. */
async function drawn() {
  const draw = await site.make({ entries, params: { winners: 1, alternates: 0 } });
  const [{ position }] = draw.result.winners;
  return { draw, position, name: { position, ...NAMES[position] } };
}

const disclose = (draw: { id: string; manageKey?: string }, names: unknown, key = draw.manageKey) =>
  site.send("POST", `/api/draws/${draw.id}/disclosures`, { names }, key);

test("a private draw shows masks until its organiser discloses the winner", async () => {
  const { draw, position, name } = await drawn();
  expect(draw.result.winners).toEqual([{ position, label: entries[position]?.masked || `#${position + 1}` }]);
  const { text: record } = await site.get(`/api/draws/${draw.id}/record`);
  for (const { label, salt } of NAMES) expect(record.includes(label) || record.includes(salt)).toBe(false);
  expect(verifyRecord(new TextEncoder().encode(record)).verdict).toBe("holds");
  const answer = await disclose(draw, [name]);
  expect(answer.status).toBe(201);
  expect(answer.json.result.winners).toEqual([{ position, label: name.label }]);
  expect((await site.get(`/api/draws/${draw.id}/disclosures`)).json).toEqual({ names: [name] });
  expect(textOf(pageOf(await site.get(`/draws/${draw.id}`)))).toContain(`${name.label}`);
  expect((await site.get(`/api/draws/${draw.id}/result.csv`)).text).toContain(`"${name.label}"`);
  expect((await site.get(`/api/draws/${draw.id}/record`)).text).toBe(record);
});

test("a wrong name, or one of an undrawn entry, is refused without repeating it", async () => {
  const { draw, position, name } = await drawn();
  const other = (position + 1) % NAMES.length;
  for (const [names, status, reason, at] of [
    [[name, { ...name, label: "Somebody Else" }], 422, "other_name", "names[1]"],
    [[{ ...name, salt: "f".repeat(32) }], 422, "other_name", "names[0]"],
    [[{ position: other, ...NAMES[other] }], 409, "place_not_drawn", "names[0]"],
    [[{ ...name, salt: "f" }], 422, "malformed", "names[0].salt"],
  ] as const) {
    const { status: found, json, text } = await disclose(draw, names);
    expect({ found, reason: json.reason, at: json.field?.at ?? json.at }).toEqual({ found: status, reason, at });
    expect(text).not.toMatch(/Somebody|Klee|Bell/);
  }
  expect((await disclose(draw, [name], "x".repeat(43))).status).toBe(403);
  expect((await site.get(`/api/draws/${draw.id}/disclosures`)).json).toEqual({ names: [] });
  expect(fairhat.lines.join("")).not.toMatch(/Somebody|Klee|Bell/);
});

test("an open draw has public names, and none can be replaced", async () => {
  const draw = await site.make({ entries: ["Ada", "Grace"], params: { winners: 1, alternates: 0 } });
  const [{ position }] = draw.result.winners;
  const refused = await disclose(draw, [{ position, label: "Somebody Else", salt: "f".repeat(32) }]);
  expect([refused.status, refused.json.reason]).toEqual([409, "names_are_open"]);
  expect((await site.get(`/api/draws/${draw.id}/result.csv`)).text).not.toContain("Somebody Else");
});

test("a name of an erased list is not published any more, even by a concurrent request", async () => {
  for (const { draw, name } of await Promise.all(Array.from({ length: 6 }, drawn))) {
    const erase = site.send("POST", `/api/draws/${draw.id}/erase`, {}, draw.manageKey);
    const [disclosed, erased] = await Promise.all([disclose(draw, [name]), erase]);
    expect([201, 410]).toContain(disclosed.status);
    expect(erased.status).toBe(200);
    const again = await disclose(draw, [name]);
    expect([again.status, again.json.reason]).toEqual([410, "list_erased"]);
    expect((await site.get(`/api/draws/${draw.id}/disclosures`)).json).toEqual({ names: [] });
  }
});
