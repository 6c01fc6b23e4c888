import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { canonical, isSignedBy, reading, passovers as shape, utf8 } from "@fairhat/protocol";
import { verifyRecord } from "@fairhat/verify";
import { DRAW, type Fairhat, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
import { fieldsOf, formTo, textOf } from "../testing/html.ts";
import { englishOn, sentWith } from "../testing/language.ts";
import { filled, pageOf } from "../testing/pages.ts";

let fairhat: Fairhat;
let site: Site;
beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
});
afterAll(() => fairhat.stop());

const REASON = { reason: "Did not come" };

function pass(draw: { id: string; manageKey?: string }, body: object, key = draw.manageKey) {
  return site.send("POST", `/api/draws/${draw.id}/passovers`, body, key);
}

/** A finished draw: its two winners and its one alternate, by position. */
async function drawn(changes = {}) {
  const draw = await site.make(changes);
  const positions = (list: { position: number }[]) => list.map(({ position }) => position);
  return { draw, winners: positions(draw.result.winners), alternates: positions(draw.result.alternates) };
}

describe("a passed-over winner", () => {
  test("is replaced by the next alternate, and both names stay", async () => {
    const { draw, winners, alternates } = await drawn();
    const first = await pass(draw, { ...REASON, position: winners[1] });
    expect(first.status).toBe(201);
    expect(first.json.passovers).toMatchObject([
      { position: winners[1], ...REASON, next: { position: alternates[0], label: expect.any(String) } },
    ]);
    expect(first.json.result).toEqual(draw.result);
    // The alternate does not come either, and nobody is left.
    const second = await pass(draw, { ...REASON, position: alternates[0] });
    expect(second.json.passovers[1]).toMatchObject({ position: alternates[0], next: null });
    const page = textOf(pageOf(await site.get(`/draws/${draw.id}`)));
    for (const said of ["Passed over", REASON.reason, "no alternate is left"]) expect(page).toContain(said);
  });

  test("is in a signed file that verifies with the record, and among the steps", async () => {
    const { draw, winners } = await drawn();
    await pass(draw, { ...REASON, position: winners[0] });
    const file = await site.get(`/api/draws/${draw.id}/passovers`);
    const read = reading(shape, file.json);
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    expect(file.text).toBe(canonical(file.json));
    const { core } = (await site.get("/api/services")).json;
    const [one] = read.value.passovers;
    expect(core).toEqual({ key: one?.key, keys: [one?.key] });
    expect(one && isSignedBy(core.key, one)).toBe(true);
    const record = utf8((await site.get(`/api/draws/${draw.id}/record`)).text);
    const report = verifyRecord(record, { passovers: { file: utf8(file.text), keys: [core.key] } });
    expect([report.verdict, report.checks.at(-1)]).toMatchObject(["holds", { name: "passovers", status: "passed" }]);
    const { steps } = (await site.get(`/api/draws/${draw.id}/steps`)).json;
    expect(
      steps.map(({ step, service }: { step: string; service: string }) => `${step} ${service ?? ""}`.trim()),
    ).toEqual(["sealed a", "sealed b", "locked", "bound a", "bound b", "opened a", "opened b", "passover"]);
    expect(steps.at(-1)).toMatchObject({ key: core.key, signature: one?.signature, statement: one?.statement });
  });
});

test.each<[string, (draw: { winners: number[] }) => object, number, string, string | undefined]>([
  [
    "a place that nobody has",
    ({ winners }) => ({ ...REASON, position: [0, 1, 2, 3, 4].find((at) => !winners.includes(at)) }),
    422,
    "no_place",
    "position",
  ],
  ["no position", () => REASON, 422, "malformed", "position"],
  ["a blank reason", ({ winners }) => ({ position: winners[0], reason: " " }), 422, "malformed", "reason"],
])("%s is refused with field and reason", async (_, body, status, reason, at) => {
  const { draw, winners } = await drawn();
  const { json, ...reply } = await pass(draw, body({ winners }));
  expect([reply.status, json.reason, json.field?.at]).toEqual([status, reason, at]);
});

test("is refused twice, without a key, before the draw and without winners", async () => {
  const { draw, winners } = await drawn();
  const one = { ...REASON, position: winners[0] };
  expect((await pass({ id: draw.id }, one)).json).toMatchObject({ status: 401, reason: "no_manage_key" });
  // Of concurrent ones, one is first.
  const both = await Promise.all([pass(draw, one), pass(draw, one)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect((await pass(draw, one)).json).toMatchObject({
    status: 409,
    reason: "already_passed_over",
    field: { at: "position" },
  });
  const open = await site.make({ draw: "later" });
  expect((await pass(open, one)).json).toMatchObject({ status: 409, reason: "not_drawn" });
  const order = await site.make({ rule: "order/1", params: {} });
  expect((await pass(order, one)).json).toMatchObject({ status: 409, reason: "no_winners" });
});

test("no passover can be changed or deleted", async () => {
  const { draw, winners } = await drawn();
  await pass(draw, { ...REASON, position: winners[0] });
  const { db } = fairhat.context;
  const change = db.updateTable("passover").set({ position: 9 }).where("draw", "=", draw.id);
  expect(change.execute()).rejects.toThrow("stays");
  expect(db.deleteFrom("passover").where("draw", "=", draw.id).execute()).rejects.toThrow("stays");
});

test("the organiser does it in three taps, also in German", async () => {
  const german = sentWith(site, { "accept-language": "de" });
  const draw = await site.make(DRAW);
  const path = `/draws/${draw.id}/manage`;
  const page = pageOf(
    await german.submit(path, new URLSearchParams({ key: draw.manageKey, action: "show" })),
    200,
    "de",
  );
  const { position, label } = draw.result.winners[0];
  const form = filled(formTo(page, path, "passover"), { action: "passover", position: String(position) });
  expect(form.get("reason")).toBe("Nicht erschienen");
  const after = pageOf(await german.submit(path, form), 200, "de");
  expect(textOf(after)).toContain(`Nachgerückt`);
  expect(textOf(after)).toContain(label);
  expect(englishOn(after)).toEqual([]);
  const again = pageOf(await german.submit(path, form), 409, "de");
  expect(textOf(again)).toContain("Die gezogene Person");
  expect(fieldsOf(formTo(again, path, "passover")).get("reason")).toBe("Nicht erschienen");
});
