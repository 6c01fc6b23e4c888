import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import {
  DRAW,
  type Fairhat,
  type Reply,
  type Site,
  silent,
  siteOf,
  startFairhat,
  withRules,
} from "../testing/fairhat.ts";
import { all, type Element, fieldsOf, formTo, textOf } from "../testing/html.ts";
import {
  filled,
  headingOf,
  isIndexed,
  pageOf,
  problemsOf,
  type Typed,
  type Visitor,
  valueAt,
  visitorOf,
} from "../testing/pages.ts";

let fairhat: Fairhat;
let site: Site;
let visitor: Visitor;

beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
  visitor = visitorOf(site);
});
afterAll(() => fairhat.stop());

/** A locked draw made void. */
async function stopped(changes: object = {}): Promise<Reply["json"]> {
  const draw = await site.make({ ...changes, draw: "later" });
  await site.send("POST", `/api/draws/${draw.id}/lock`, {}, draw.manageKey);
  await site.send("POST", `/api/draws/${draw.id}/void`, { reason: "Grace was left out" }, draw.manageKey);
  return draw;
}

/** The form behind the void draw's button. */
async function again({ id, manageKey }: Reply["json"]): Promise<Element> {
  return visitor.pressed({ id, key: manageKey }, "redraw");
}

async function made(form: Element, typed: Typed = {}): Promise<string> {
  const summary = pageOf(await site.submit("/draws/confirm", filled(formTo(form, "/draws/confirm"), typed)));
  const page = pageOf(await site.submit("/draws", fieldsOf(formTo(summary, "/draws"))), 201);
  return /[0-9a-f]{32}$/.exec(valueAt(page, "public-link"))?.[0] ?? "";
}

const linksOn = (page: Element) => all(page, "a").map(({ attributes }) => attributes.get("href"));

describe("a void draw is drawn again without JavaScript", () => {
  test("from a form with everything of the old one", async () => {
    const old = await stopped({ listed: true, organiser: "The <circle>" });
    const page = await again(old);
    expect([headingOf(page), isIndexed(page), problemsOf(page)]).toEqual(["Draw again, as a new draw", false, []]);
    expect(Object.fromEntries(fieldsOf(formTo(page, "/draws/confirm")))).toMatchObject({
      ...{ title: DRAW.title, organiser: "The <circle>", rule: "winners/1", listed: "on" },
      ...{ "winners/1.winners": "2", "winners/1.alternates": "1", "groups/1.groups": "", "numbers/1.count": "1" },
      ...{ entries: DRAW.entries.join("\r\n"), previous: old.id, previousKey: old.manageKey },
    });
  });

  test("and both pages link to each other", async () => {
    const old = await stopped();
    const id = await made(await again(old), { entries: "Ada\nGrace\nEmmy\nSophie", draw: "now" });
    const page = pageOf(await site.get(`/draws/${id}`));
    expect(textOf(page)).toContain("It was made in the place of a draw that is void:");
    expect(linksOn(page)).toContain(`/draws/${old.id}`);
    const before = pageOf(await site.get(`/draws/${old.id}`));
    expect(textOf(before)).toContain("It was drawn again, as a new draw:");
    expect(linksOn(before)).toContain(`/draws/${id}`);
    expect((await site.get(`/api/draws/${id}/record`)).json.manifest.previous).toBe(old.id);
    expect((await site.verify(id)).verdict).toBe("holds");
    const organisers = pageOf(await site.submit(`/draws/${old.id}/manage`, { key: old.manageKey }));
    expect(linksOn(organisers)).toContain(`/draws/${id}`);
    await made(await again(old));
    expect((await site.get(`/api/draws/${old.id}`)).json.redraws).toHaveLength(2);
  });

  test.each<[string, object, Record<string, string>]>([
    [
      "raffle/1",
      { entries: [{ label: "Ada", tickets: 3 }, "Room, 3"], params: { winners: 1 } },
      { entries: "Ada, 3\r\nRoom, 3, 1" },
    ],
    [
      "prizes/1",
      { params: { prizes: [{ name: "Tea, black", quantity: 2 }], tickets: true } },
      { "prizes/1.prizes": "Tea, black, 2", "prizes/1.tickets": "on" },
    ],
    ["groups/1", { params: { size: 2 } }, { "groups/1.size": "2", "groups/1.groups": "" }],
    ["numbers/1", { entries: [], params: { from: -3, to: 9, count: 2, repeat: true } }, { "numbers/1.from": "-3" }],
  ])("with the typed values for %s", async (rule, changes, typed) => {
    const page = await again(await stopped({ rule, ...changes }));
    expect(Object.fromEntries(fieldsOf(formTo(page, "/draws/confirm")))).toMatchObject({ rule, ...typed });
    const id = await made(page, { draw: "later" });
    expect((await site.get(`/api/draws/${id}`)).json).toMatchObject({ rule, state: "open" });
  });

  test("a list that is too long to copy is asked for", async () => {
    const entries = Array.from({ length: 10_001 }, (_, at) => `P${at}`);
    const page = await again(await stopped({ entries }));
    expect(problemsOf(page)[0]).toContain("Please paste it again.");
    expect(fieldsOf(formTo(page, "/draws/confirm")).get("entries")).toBe("");
    const fits = await again(await stopped({ entries: entries.slice(1) }));
    expect(fieldsOf(formTo(fits, "/draws/confirm")).get("entries")?.split("\r\n")).toEqual(entries.slice(1));
  });

  test("one made in one step is made in one step again", async () => {
    const { id, manageKey } = await site.make();
    const row = { draw_after: null, state: "void", void: '{"reason":"x","at":"y"}', outcome: null } as const;
    const {
      outcome: _,
      state: __,
      ...kept
    } = await fairhat.context.db.selectFrom("draw").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    const copy = { ...kept, ...row, id: "ab".repeat(16) };
    await fairhat.context.db.insertInto("draw").values(copy).execute();
    const page = pageOf(await site.submit(`/draws/${copy.id}/manage`, { key: manageKey, action: "redraw" }));
    const schedule = all(page, "details").find(({ attributes }) => attributes.get("class") === "schedule");
    expect(schedule?.attributes.has("open")).toBe(false);
  });
});

describe("the key of the void draw", () => {
  test("is sent in bodies, through the summary and back, and is in no address", async () => {
    const old = await stopped();
    const form = await again(old);
    const summary = pageOf(await site.submit("/draws/confirm", fieldsOf(formTo(form, "/draws/confirm"))));
    const back = pageOf(await site.submit("/draws/edit", fieldsOf(formTo(summary, "/draws"))));
    for (const page of [form, summary, back]) {
      const attributes = all(page, "a")
        .concat(all(page, "form"))
        .map(({ attributes }) => attributes);
      for (const one of attributes) expect([...one.values()].join()).not.toContain(old.manageKey);
    }
    expect(fieldsOf(formTo(back, "/draws/confirm")).get("previousKey")).toBe(old.manageKey);
  });

  test("is required, and all input is kept", async () => {
    const old = await stopped();
    const summary = pageOf(await site.submit("/draws/confirm", fieldsOf(formTo(await again(old), "/draws/confirm"))));
    for (const [previousKey, status] of [
      ["wrong", 403],
      ["", 401],
    ] as const) {
      const page = pageOf(await site.submit("/draws", filled(formTo(summary, "/draws"), { previousKey })), status);
      expect(textOf(page)).toContain("Your input is not lost.");
      expect(fieldsOf(formTo(page, "/draws")).get("title")).toBe(DRAW.title);
    }
    expect((await site.get(`/api/draws/${old.id}`)).json.redraws).toEqual([]);
  });

  test("of a draw that is not void makes no redraw", async () => {
    const open = await site.make({ draw: "later" });
    const page = pageOf(await site.submit(`/draws/${open.id}/manage`, { key: open.manageKey, action: "redraw" }), 422);
    expect(problemsOf(page)[0]).toContain("redraw");
    const fields = filled(formTo(await again(await stopped()), "/draws/confirm"), {
      previous: open.id,
      previousKey: open.manageKey,
    });
    expect(problemsOf(pageOf(await site.submit("/draws", fields), 422))[0]).toContain("This draw is not void");
  });
});

test("while rules are unavailable the button can be pressed again later", async () => {
  const { id, manageKey } = await stopped();
  const down = siteOf(withRules(fairhat.context, { check: silent }));
  const page = pageOf(await down.submit(`/draws/${id}/manage`, { key: manageKey, action: "redraw" }), 503);
  const fields = fieldsOf(formTo(page, `/draws/${id}/manage`));
  expect(headingOf(pageOf(await site.submit(`/draws/${id}/manage`, fields)))).toBe("Draw again, as a new draw");
});
