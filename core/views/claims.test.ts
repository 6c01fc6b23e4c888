// What a draw's pages claim must be true, and no more.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { DrawTable } from "../db/schema.ts";
import type { Context } from "../draws/context.ts";
import { allChunks } from "../draws/list.ts";
import { insertDraw, readDraw } from "../draws/repository.ts";
import { type Fairhat, type Site, silent, siteOf, startFairhat, withRules } from "../testing/fairhat.ts";
import { all, type Element, textOf } from "../testing/html.ts";
import { pageOf, type Visitor, visitorOf } from "../testing/pages.ts";
import { ANSWERS, BOUND, drawnRow, lockedRow, nextId, openRow, voidRow } from "../testing/rows.ts";

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

const HOUR = 3_600_000;
const after = (milliseconds: number) => new Date(Date.parse(BOUND) + milliseconds).toISOString();

/** The services' answers, opened this many milliseconds after the later binding. */
function openedAfter(lead: number): Partial<DrawTable> {
  const opening = JSON.stringify({ statement: { openedAt: after(lead), secret: "aa".repeat(32) } });
  return { opening_a: opening, opening_b: opening };
}

const isResult = ({ attributes }: Element) => attributes.get("class")?.startsWith("places") ?? false;

async function pageWith(row: DrawTable, language = "en") {
  const { id } = (await insertDraw(context.db, row, [])) as DrawTable;
  // The rules cannot process a hand-made row.
  const shown = siteOf(withRules(context, { draw: silent }));
  return pageOf(await shown.get(`/draws/${id}?lang=${language}`), 200, language);
}

const textWith = async (row: DrawTable, language?: string) => textOf(await pageWith(row, language));

describe("that a draw was announced", () => {
  test.each([
    ["en", "It was announced 3 hours 12 minutes before the draw", "Announced3 hours 12 minutes before the draw"],
    ["de", "Sie wurde 3 Stunden 12 Minuten vor der Ziehung angekündigt", "Angekündigt3 Stunden 12 Minuten vor"],
  ])("is shown with its lead, in %s", async (language, sentence, onPaper) => {
    const text = await textWith(drawnRow({ order: [] }, openedAfter(3.2 * HOUR)), language);
    expect(text).toContain(sentence);
    expect(text).toContain(onPaper);
  });

  test("is shown from a minute on", async () => {
    expect(await textWith(drawnRow({ order: [] }, openedAfter(60_000)))).toContain("announced 1 minute before");
    const short = await textWith(drawnRow({ order: [] }, openedAfter(59_999)));
    expect(short).toContain("It was made at once: list and rule were locked less than a minute before the draw");
    expect(short).toContain("Announcedno: made at once");
    expect(short).not.toContain("It was announced");
  });

  test("is not shown for a draw made in a single step, however long that took", async () => {
    const text = await textWith(drawnRow({ order: [] }, { draw_after: null, ...openedAfter(HOUR) }));
    expect(text).toContain("It was made at once: locked and drawn in a single step");
    expect(text).not.toContain("It was announced");
  });

  test("is not shown before the draw", async () => {
    const text = await textWith(lockedRow({ binding_a: ANSWERS.binding_a, binding_b: ANSWERS.binding_b }));
    expect(text).toContain("After a minute it counts as announced");
    expect(text).not.toContain("It was announced");
  });
});

describe("of a void draw", () => {
  const NOTHING_DRAWN = "It was stopped before anything was drawn";

  test("the page shows how many numbers were public", async () => {
    const { opening_b, ...one } = ANSWERS;
    expect(await textWith(voidRow())).toContain(NOTHING_DRAWN);
    expect(await textWith(voidRow(one))).toContain("after one of the two numbers was opened");
    const both = await textWith(voidRow(ANSWERS));
    expect(both).toContain("after both numbers were opened");
    expect(both).not.toContain(NOTHING_DRAWN);
  });

  test("the page computes what the result would have been, or explains how to", async () => {
    const { id } = await site.make();
    const drawn = await readDraw(context.db, id);
    const stopped = { ...drawn, id: nextId(), state: "void", outcome: null, void: voidRow().void } as const;
    const chunks = await Array.fromAsync(allChunks(context.db, drawn));
    await insertDraw(context.db, stopped, chunks);
    const placesOn = (page: Element) =>
      all(page, "ol")
        .filter(isResult)
        .flatMap((list) => all(list, "li").map(textOf));
    const would = pageOf(await site.get(`/draws/${stopped.id}`));
    expect(textOf(would)).toContain("The result would have been");
    expect(placesOn(would)).toEqual(placesOn(pageOf(await site.get(`/draws/${id}`))));
    expect(placesOn(pageOf(await site.get(`/draws/${stopped.id}/present`)))).toEqual(placesOn(would));
    const away = siteOf(withRules(context, { draw: silent }));
    const unknown = pageOf(await away.get(`/draws/${stopped.id}`));
    expect([placesOn(unknown), textOf(unknown)]).toEqual([
      [],
      expect.stringContaining("A check of the record computes"),
    ]);
  });

  test("the page says that voids are unsigned, and who could have invented one without a binding", async () => {
    const UNBOUND = "Neither service confirmed this list";
    const unbound = await textWith(voidRow());
    expect(unbound).toContain("Nobody signs that a draw is void");
    expect(unbound).toContain(UNBOUND);
    expect(await textWith(voidRow({ binding_a: ANSWERS.binding_a }))).not.toContain(UNBOUND);
  });
});

test("a locked draw with public numbers shows everyone that its result is fixed", async () => {
  const row = lockedRow({ begun_at: BOUND, ...ANSWERS });
  expect(await textWith(row)).toContain("Both numbers are out; the result is fixed");
  const half = { ...ANSWERS, opening_b: null };
  expect(await textWith(lockedRow({ begun_at: BOUND, ...half }))).not.toContain("Both numbers are out");
});

test("every draw's page links to each service's statement", async () => {
  for (const row of [openRow(), lockedRow(), drawnRow({ order: [] }), voidRow()]) {
    const links = all(await pageWith(row), "a").map(({ attributes }) => attributes.get("href"));
    expect(links).toContain(`https://draws.example/services/a/draws/${row.id}`);
    expect(links).toContain(`https://random.example/draws/${row.id}`);
  }
});

describe("the lock file is offered", () => {
  const linksOf = async (row: DrawTable) => {
    const page = await pageWith(row);
    return all(page, "a").filter(({ attributes }) => attributes.get("href") === `/api/draws/${row.id}/lock`).length;
  };

  test("once both services have bound it", async () => {
    expect(await linksOf(lockedRow({ binding_a: ANSWERS.binding_a }))).toBe(0);
    expect(await linksOf(lockedRow({ binding_a: ANSWERS.binding_a, binding_b: ANSWERS.binding_b }))).toBe(1);
    expect(await linksOf(drawnRow({ order: [] }))).toBe(1);
  });

  test("and the page has M for scripts", async () => {
    const page = await pageWith(drawnRow({ order: [] }));
    const draw = all(page, "div").find(({ attributes }) => attributes.get("id") === "draw");
    expect(draw?.attributes.get("data-manifest")).toBe("dd".repeat(32));
  });
});

describe("an organiser about to draw", () => {
  const SOON = "Hardly anyone can have seen this list yet";
  const managed = async (draw: { id: string; key: string }, later = 0) => {
    const shown = siteOf({ ...context, clock: () => Date.now() + later });
    const page = pageOf(await shown.submit(`/draws/${draw.id}/manage`, { key: draw.key, action: "show" }));
    return textOf(page);
  };

  test("is warned for a minute after the lock that the draw would not count as announced", async () => {
    const draw = await visitor.later();
    expect(await managed(draw)).not.toContain(SOON);
    await visitor.pressed(draw, "lock");
    expect(await managed(draw)).toContain(SOON);
    expect(await managed(draw, 61_000)).not.toContain(SOON);
    await visitor.pressed(draw, "draw");
    expect(await managed(draw)).not.toContain(SOON);
  });

  test("is warned that a time less than a minute after the lock is no announcement", async () => {
    const [soon, inTime] = [await visitor.later(), await visitor.later()];
    const lockFor = (draw: typeof soon, seconds: number) =>
      visitor.pressed(draw, "lock", { drawAfter: new Date(Date.now() + seconds * 1_000).toISOString().slice(0, 19) });
    expect(textOf(await lockFor(soon, 50))).toContain("less than a minute before the time that you set");
    expect(textOf(await lockFor(inTime, 600))).not.toContain("less than a minute");
  });
});
