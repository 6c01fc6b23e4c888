import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { answered } from "@fairhat/runtime";
import type { Context } from "../draws/context.ts";
import {
  type Fairhat,
  granted,
  type Site,
  silent,
  siteOf,
  startFairhat,
  withRandom,
  withRules,
} from "../testing/fairhat.ts";
import { all, type Element, fieldsOf, formTo, textOf } from "../testing/html.ts";
import { sentWith } from "../testing/language.ts";
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

const LATE = { drawAfter: "2040-01-31T18:00" };

let fairhat: Fairhat;
let context: Context;
let site: Site;
let visitor: Visitor;

beforeAll(async () => {
  fairhat = await startFairhat();
  context = fairhat.context;
  site = siteOf(context);
  visitor = visitorOf(site);
});
afterAll(() => fairhat.stop());

describe("the organiser's page", () => {
  test("asks for the key, regardless of the id, and is hidden from search engines", async () => {
    for (const id of ["0".repeat(32), "nothing", "it.is~none"]) {
      const page = pageOf(await site.get(`/draws/${id}/manage`));
      expect(headingOf(page)).toBe("Manage this draw");
      expect(isIndexed(page)).toBe(false);
      expect(formTo(page, `/draws/${id}/manage`)).toBeDefined();
      expect(all(page, "noscript").map(textOf)).toEqual(["The key is the part after # in your organiser link."]);
    }
  });

  test("opens only with the key, and reveals nothing without it", async () => {
    const draw = await visitor.later();
    const opened = pageOf(await site.submit(`/draws/${draw.id}/manage`, { key: ` ${draw.key} ` }));
    expect(headingOf(opened)).toBe("Three books");
    expect(valueAt(opened, "manage-link")).toEndWith(`/draws/${draw.id}/manage#${draw.key}`);
    const there = await site.submit(`/draws/${draw.id}/manage`, { key: "wrong" });
    const notThere = await site.submit(`/draws/${"0".repeat(32)}/manage`, { key: "wrong" });
    expect(problemsOf(pageOf(there, 403))[0]).toContain("This key does not open this draw");
    expect(notThere.text.replaceAll("0".repeat(32), draw.id)).toBe(there.text);
    expect(problemsOf(pageOf(await site.submit(`/draws/${draw.id}/manage`, { key: "" }), 401))[0]).toContain(
      "The manage key of the draw is missing",
    );
  });

  test("changes the list, locks, and draws", async () => {
    const draw = await visitor.later();
    const listOn = (page: Element) => fieldsOf(formTo(page, `/draws/${draw.id}/manage`, "entries")).get("entries");
    const opened = pageOf(await site.submit(`/draws/${draw.id}/manage`, { key: draw.key }));
    expect(listOn(opened)).toBe("Ada\r\nGrace\r\nAda\r\nEmmy");
    expect(listOn(await visitor.pressed(draw, "entries", { entries: "Radia\nKaren\n\nCafe\u0301, 2" }))).toBe(
      "Radia\r\nKaren\r\nCafé, 2",
    );
    const locked = await visitor.pressed(draw, "lock");
    expect(textOf(locked)).toContain("You start the draw.");
    const drawn = await visitor.pressed(draw, "draw");
    expect(textOf(drawn)).toContain("The draw is finished");
    expect(await site.verify(draw.id)).toMatchObject({ verdict: "holds", announced: false });
  });

  test("takes the list of a draw that was made without one", async () => {
    const later = { title: "Members", draw: "later", entries: [] };
    const fieldsFor = async (draw: { id: string; manageKey: string }) => {
      const opened = pageOf(await site.submit(`/draws/${draw.id}/manage`, { key: draw.manageKey }));
      return all(opened, "textarea").map(({ attributes }) => attributes.get("name"));
    };
    const draw = await site.make({ ...later, rule: "winners/1", params: { winners: 1 } });
    expect(await fieldsFor(draw)).toContain("entries");
    await site.submit(`/draws/${draw.id}/manage`, { key: draw.manageKey, action: "entries", entries: "Ada\nGrace" });
    expect((await site.get(`/api/draws/${draw.id}`)).json.entries).toMatchObject({ count: 2 });
    const numbers = await site.make({ ...later, rule: "numbers/1", params: { from: 1, to: 49, count: 6 } });
    expect(await fieldsFor(numbers)).not.toContain("entries");
  });

  test("keeps tickets if they count", async () => {
    const draw = await visitor.later({ rule: "raffle/1", entries: "Ada, 3\nGrace" });
    const page = await visitor.pressed(draw, "entries", { entries: "Ada, 4\nGrace\nEmmy, 2" });
    expect(fieldsOf(formTo(page, `/draws/${draw.id}/manage`, "entries")).get("entries")).toBe(
      "Ada, 4\r\nGrace\r\nEmmy, 2",
    );
    await visitor.pressed(draw, "draw");
    expect((await site.verify(draw.id)).verdict).toBe("holds");
  });

  test.each([
    [1_000, true],
    [1_001, false],
  ])("puts a list of %d into the text field: %p", async (count, shown) => {
    const draw = await visitor.later({ entries: Array.from({ length: count }, (_, at) => `P${at}`).join("\n") });
    const page = pageOf(await site.submit(`/draws/${draw.id}/manage`, { key: draw.key }));
    const text = fieldsOf(formTo(page, `/draws/${draw.id}/manage`, "entries")).get("entries") ?? "";
    expect(text.split("\r\n")).toHaveLength(shown ? count : 1);
    expect(text.startsWith("P0")).toBe(shown);
  });

  test.each([
    ["2040-01-31T18:00", "2040-01-31T18:00:00.000Z"],
    ["2040-01-31T18:00:30", "2040-01-31T18:00:30.000Z"],
    ["2040-01-31T18:00:30.500", "2040-01-31T18:00:30.000Z"],
  ])("schedules the draw for %s", async (typed, drawAfter) => {
    const draw = await visitor.later();
    const page = await visitor.pressed(draw, "lock", { drawAfter: typed });
    expect(textOf(page)).toContain("The draw runs automatically at the time you set: 31 January 2040 at 18:00:");
    expect(all(page, "time").map(({ attributes }) => attributes.get("datetime"))).toEqual([drawAfter]);
    expect((await site.get(`/api/draws/${draw.id}`)).json.drawAfter).toBe(drawAfter);
    expect(problemsOf(await visitor.pressed(draw, "draw", {}, 409))[0]).toContain("it cannot be drawn before its time");
    expect(textOf(pageOf(await site.get(`/draws/${draw.id}`)))).toContain(
      "It will be drawn on 31 January 2040 at 18:00:",
    );
  });

  test.each(["tomorrow", "2040-02-30T18:00", "2040-01-31"])("does not accept %j as a time", async (drawAfter) => {
    const draw = await visitor.later();
    expect(problemsOf(await visitor.pressed(draw, "lock", { drawAfter }, 422))[0]).toContain(
      "The time: expected a time like",
    );
    expect((await site.get(`/api/draws/${draw.id}`)).json.state).toBe("open");
  });

  test("does not draw at once if a time was typed", async () => {
    const draw = await visitor.later();
    const page = await visitor.pressed(draw, "draw", { drawAfter: "2040-01-31T18:00" }, 422);
    expect(problemsOf(page)[0]).toContain("You set a time");
    expect((await site.get(`/api/draws/${draw.id}`)).json.state).toBe("open");
  });

  test.each(["lock", "draw"])("does not %s a list with unsaved changes", async (button) => {
    const draw = await visitor.later();
    const typed = { entries: "Ada\r\nGrace\r\nEmmy", drawAfter: "2040-01-31T18:00" };
    const page = await visitor.pressed(draw, button, typed, 422);
    expect(problemsOf(page)[0]).toContain("save the list first");
    const path = `/draws/${draw.id}/manage`;
    expect(Object.fromEntries(fieldsOf(formTo(page, path, button)))).toMatchObject(typed);
    expect((await site.get(`/api/draws/${draw.id}`)).json.state).toBe("open");
    for (const entries of [
      "",
      " \n",
      "Ada\nGrace\nAda\nEmmy\nRadia",
      "Grace\nAda\nAda\nEmmy",
      `Ada\n${"x".repeat(201)}`,
    ])
      expect(problemsOf(await visitor.pressed(draw, button, { entries }, 422))[0]).toContain("save the list first");
    const german = await sentWith(site, { "accept-language": "de" }).submit(
      path,
      filled(formTo(page, path, button), { action: button }),
    );
    expect(problemsOf(pageOf(german, 422, "de"))[0]).toContain("zuerst die Liste speichern");
    const saved = pageOf(await site.submit(path, filled(formTo(page, path, button), { action: "entries" })));
    expect(Object.fromEntries(fieldsOf(formTo(saved, path, button)))).toMatchObject(typed);
    await visitor.pressed(draw, button);
    expect((await site.get(`/api/draws/${draw.id}`)).json.entries.count).toBe(3);
  });

  test.each<[string, Typed, Typed]>([
    ["of the same entries", { entries: "Ada\nGrace" }, { entries: " Ada\r\n\r\nGrace \r\n" }],
    ["with tickets", { rule: "raffle/1", entries: "Ada, 3\nGrace" }, { entries: "Ada; 3\nGrace, 1" }],
    ["that was too long for the field", { entries: "Ada\n".repeat(1_001) }, { entries: "" }],
    ["that has none", { rule: "numbers/1", entries: "", "numbers/1.from": "1", "numbers/1.to": "6" }, {}],
  ])("locks a list %s", async (_, made, typed) => {
    const draw = await visitor.later(made);
    expect(textOf(await visitor.pressed(draw, "lock", typed))).toContain("You start the draw.");
  });

  test("does nothing on Enter in a field, and keeps the input", async () => {
    const draw = await visitor.later();
    const path = `/draws/${draw.id}/manage`;
    const enter = async (page: Element, button: string, typed: Typed) => {
      const form = formTo(page, path, button);
      const first = all(form, "button")[0]?.attributes.get("value") ?? "";
      const sent = pageOf(await site.submit(path, filled(form, { ...typed, action: first })));
      expect(problemsOf(sent)).toEqual([]);
      expect(Object.fromEntries(fieldsOf(formTo(sent, path, button)))).toMatchObject(typed);
    };
    const open = pageOf(await site.submit(path, { key: draw.key }));
    await enter(open, "lock", { drawAfter: "2040-01-31T18:00", entries: "Ada\r\nGrace" });
    expect((await site.get(`/api/draws/${draw.id}`)).json.state).toBe("open");
    await enter(await visitor.pressed(draw, "lock"), "void", { reason: "too few came" });
    expect((await site.get(`/api/draws/${draw.id}`)).json.state).toBe("locked");
  });

  test("cancels a draw, with a public reason", async () => {
    const draw = await visitor.later();
    await visitor.pressed(draw, "lock");
    const page = await visitor.pressed(draw, "void", { reason: " too few came " });
    expect(textOf(page)).toContain("This draw is void and can no longer be drawn.");
    const shown = textOf(pageOf(await site.get(`/draws/${draw.id}`)));
    expect(shown).toContain("This draw is void");
    expect(shown).toContain("Reason: too few came");
    expect(shown).toContain("Never: the draw is void.");
    expect((await site.verify(draw.id)).verdict).toBe("void");
  });

  test("says what cannot be done, and which service is down", async () => {
    const draw = await visitor.later();
    const path = `/draws/${draw.id}/manage`;
    const unknown = pageOf(await site.submit(path, { key: draw.key, action: "burn" }), 422);
    expect(problemsOf(unknown)[0]).toContain("There is nothing called burn that can be done with a draw.");
    const down = siteOf(withRandom(context, "a", { seal: silent }));
    const page = pageOf(await down.submit(path, { key: draw.key, action: "lock", drawAfter: "2040-01-31T18:00" }), 503);
    expect(problemsOf(page)[0]).toContain("the draw stays where it is");
    expect(valueAt(page, "drawAfter")).toBe("2040-01-31T18:00");
    await expect(
      siteOf(withRules(context, { check: () => Promise.reject(new Error("a bug")) })).submit(path, {
        key: draw.key,
        action: "lock",
      }),
    ).resolves.toMatchObject({ status: 500 });
  });

  test("of a begun draw says that it will be finished soon", async () => {
    const down = siteOf(withRandom(context, "b", { open: silent }));
    const { id, manageKey } = await down.make();
    const page = pageOf(await site.submit(`/draws/${id}/manage`, { key: manageKey }));
    expect(textOf(page)).toContain("The draw has begun and is finished as soon as both services answer.");
    expect(textOf(page)).not.toContain("Cancel the draw");
    const shown = textOf(pageOf(await site.get(`/draws/${id}`)));
    expect(shown).toContain("The draw has begun. One of the services does not answer at the moment");
    expect(shown).toContain("The services have not both confirmed it yet.");
  });

  test("of a draw with public numbers says that the result is fixed", async () => {
    const { id } = await siteOf(withRules(context, { draw: silent })).make();
    expect((await site.get(`/api/draws/${id}`)).json).toMatchObject({ state: "locked", resultFixed: true });
    expect(textOf(pageOf(await site.get(`/draws/${id}`)))).toContain("Both numbers are out; the result is fixed");
  });

  test("of a draw with a lost seal offers to make it again, prefilled", async () => {
    const draw = await visitor.later({ listed: "on" });
    const { seal } = context.random.b;
    const restored = siteOf(
      withRandom(context, "b", { seal: async (id) => answered({ ...granted(await seal(id)), lost: "secret_lost" }) }),
    );
    const page = await visitorOf(restored).pressed(draw, "lock", {}, 409);
    expect(problemsOf(page)[0]).toContain("make it anew");
    const path = `/draws/${draw.id}/manage`;
    const again = fieldsOf(formTo(page, path, "redraw"));
    again.set("action", "redraw");
    const form = fieldsOf(formTo(pageOf(await restored.submit(path, again)), "/draws/confirm"));
    expect(Object.fromEntries(form)).toMatchObject({
      ...{ title: "Three books", organiser: "The circle", entries: "Ada\r\nGrace\r\nAda\r\nEmmy" },
      ...{ listed: "on", "winners/1.winners": "2" },
    });
    form.set("draw", "later");
    const summary = pageOf(await site.submit("/draws/confirm", form));
    const made = pageOf(await site.submit("/draws", fieldsOf(formTo(summary, "/draws"))), 201);
    const id = /[0-9a-f]{32}$/.exec(valueAt(made, "public-link"))?.[0] ?? "";
    expect(id).not.toBe(draw.id);
    expect((await site.get(`/api/draws/${id}`)).json).toMatchObject({ state: "open", previous: null });
    // The same button without a loss: no draw gets a second chance.
    expect(problemsOf(pageOf(await site.submit(path, again), 422))[0]).toContain("redraw");
  });

  test("loses no input", async () => {
    const draw = await visitor.later();
    const list = await visitor.pressed(draw, "entries", { entries: `Ada\nGrace\n${"x".repeat(201)}` }, 422);
    expect(problemsOf(list)[0]).toContain("1 name with more than 200 characters – line 3");
    expect(fieldsOf(formTo(list, `/draws/${draw.id}/manage`, "entries")).get("entries")).toBe(
      `Ada\r\nGrace\r\n${"x".repeat(201)}`,
    );
    const empty = await visitor.pressed(draw, "entries", { entries: "" }, 422);
    expect(problemsOf(empty)[0]).toContain("The list is empty");
    const past = await visitor.pressed(draw, "lock", { drawAfter: "2020-01-01T12:00" }, 422);
    expect(problemsOf(past)[0]).toContain("2020-01-01T12:00:00.000Z");
    expect(valueAt(past, "drawAfter")).toBe("2020-01-01T12:00");
    await visitor.pressed(draw, "lock");
    const long = await visitor.pressed(draw, "void", { reason: "x".repeat(201) }, 422);
    expect(problemsOf(long)[0]).toContain("The reason: expected text of 1 to 200 characters");
    expect(valueAt(long, "reason")).toBe("x".repeat(201));
  });

  test("not even if the draw was locked meanwhile", async () => {
    const draw = await visitor.later();
    const path = `/draws/${draw.id}/manage`;
    const before = pageOf(await site.submit(path, { key: draw.key }));
    const fields = filled(formTo(before, path, "entries"), { entries: "A list that took an hour", action: "entries" });
    await visitor.pressed(draw, "lock");
    const page = pageOf(await site.submit(path, fields), 409);
    expect(problemsOf(page)[0]).toContain("This draw is locked");
    expect(all(page, "textarea").map(textOf)).toContain("A list that took an hour");
    // The present list is not returned as lost input.
    const late = pageOf(
      await site.submit(path, filled(formTo(before, path, "lock"), { ...LATE, action: "lock" })),
      409,
    );
    expect(all(late, "textarea").map(textOf)).toEqual([LATE.drawAfter]);
  });
});

describe("on the organiser's page", () => {
  const submit = (draw: { id: string; key: string }, fields: Record<string, string>) =>
    site.submit(`/draws/${draw.id}/manage`, { key: draw.key, ...fields });

  test("title and organiser are changed; refused values come back", async () => {
    const draw = await visitor.later();
    const changed = pageOf(await submit(draw, { action: "details", title: " Four books ", organiser: "Library" }));
    expect(headingOf(changed)).toBe("Four books");
    const refused = pageOf(await submit(draw, { action: "details", title: "", organiser: "Nobody" }), 422);
    expect(headingOf(refused)).toBe("Four books");
    expect(problemsOf(refused)).toHaveLength(1);
    expect(valueAt(refused, "organiser")).toBe("Nobody");
  });

  test("the key is replaced, and the page that says so can be reloaded", async () => {
    const draw = await visitor.later();
    const fields = { action: "key", token: crypto.randomUUID() };
    const link = valueAt(pageOf(await submit(draw, fields)), "manage-link");
    expect(link).not.toContain(draw.key);
    expect(valueAt(pageOf(await submit(draw, fields)), "manage-link")).toBe(link);
    expect((await submit(draw, { action: "show" })).status).toBe(403);
    expect((await submit({ ...draw, key: link.slice(-43) }, { action: "show" })).status).toBe(200);
  });

  test("a draw is a template for another", async () => {
    const draw = await visitor.later();
    const form = fieldsOf(formTo(pageOf(await submit(draw, { action: "copy" })), "/draws/confirm"));
    expect([form.get("title"), form.get("entries")]).toEqual(["Three books", "Ada\r\nGrace\r\nAda\r\nEmmy"]);
    expect(form.has("previous")).toBe(false);
  });

  test("an open draw is deleted", async () => {
    const draw = await visitor.later();
    const page = pageOf(await submit(draw, { action: "delete" }));
    expect(textOf(page)).toContain("The draw and its list were deleted.");
    expect((await site.get(`/draws/${draw.id}`)).status).toBe(404);
  });
});
