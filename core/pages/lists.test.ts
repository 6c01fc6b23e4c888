// A submitted list is read like a typed one, and its findings are answered before anything is drawn.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type Fairhat, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
import { all, type Element, fieldsOf, formTo, textOf } from "../testing/html.ts";
import { BOOKS, filled, headingOf, pageOf, problemsOf, type Typed, type Visitor, visitorOf } from "../testing/pages.ts";

let fairhat: Fairhat;
let site: Site;
let visitor: Visitor;

beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
  visitor = visitorOf(site);
}, 60_000);
afterAll(() => fairhat.stop());

const RAFFLE = { ...BOOKS, rule: "raffle/1", "raffle/1.winners": "1" };
const FRENCH = '"Name";"Tickets"\r\n"Ada";1\u202f000\r\n"Grace";2\u202f500\r\n"Radia";10';

/** The page for input on the home page. */
async function sent(typed: Typed, status: number, action = "/draws/confirm"): Promise<Element> {
  const home = formTo(await visitor.home(), "/draws/confirm");
  return pageOf(await site.submit(action, filled(home, typed)), status);
}

/** The answers that a page offers. */
function answersOn(page: Element): string[] {
  const fields = all(page, "input").filter(({ attributes }) => attributes.get("name") === "keep");
  return fields.map(({ attributes }) => attributes.get("value") ?? "");
}

const entriesOf = async (id: string) => JSON.parse((await site.get(`/api/draws/${id}/record`)).text).entries;

describe("the list of a form", () => {
  test("from a French spreadsheet has its tickets", async () => {
    const { id } = await visitor.made({ ...RAFFLE, entries: FRENCH });
    expect(await entriesOf(id)).toEqual([
      { label: "Ada", tickets: 1_000 },
      { label: "Grace", tickets: 2_500 },
      { label: "Radia", tickets: 10 },
    ]);
  });

  test("shows ignored lines on its summary", async () => {
    const text = textOf(await visitor.confirmed({ ...RAFFLE, entries: FRENCH }));
    expect(text).toContain("What to know about this list");
    expect(text).toContain("The first line names the columns; it takes no part in the draw – line 1: Name Tickets.");
  });

  test("is refused with line, finding and advice, and comes back unchanged", async () => {
    const entries = "Ada, 1,000\r\nGrace, 2,500\r\nRadia, 10";
    for (const action of ["/draws/confirm", "/draws"]) {
      const page = await sent({ ...RAFFLE, entries }, 422, action);
      expect(problemsOf(page)[0]).toContain(
        "2 lines with a number of tickets that cannot be read – line 1: Ada, 1,000 (a thousand, or a decimal number?); line 2: Grace, 2,500",
      );
      expect(problemsOf(page)[0]).toContain("Write whole numbers from 1 on, without separators: 1000.");
      expect(fieldsOf(formTo(page, "/draws/confirm")).get("entries")).toBe(entries);
      expect(answersOn(page)).toEqual([]);
    }
  });

  test("is accepted as it is once its findings are accepted, and only this list", async () => {
    const typed = { ...RAFFLE, entries: "Ada, 3\r\nGrace, 1\r\nRadia, 2\r\nTotal, 6" };
    const [answer = ""] = answersOn(await sent(typed, 422));
    const summary = await sent({ ...typed, keep: answer }, 200);
    expect(headingOf(summary)).toBe("Is this right?");
    const made = pageOf(await site.submit("/draws", fieldsOf(formTo(summary, "/draws"))), 201);
    expect(headingOf(made)).toBe("Three books");
    await sent({ ...typed, entries: "Ada, 3\r\nGrace, 1\r\nRadia, 2\r\nAlan, 4\r\nTotal, 10", keep: answer }, 422);
    await sent(typed, 422, "/draws");
  });
});

describe("the list on the organiser's page", () => {
  test("is read the same way: refused until answered, and its notes are shown", async () => {
    const draw = await visitor.later({ ...RAFFLE, entries: "Ada\nGrace" });
    const entries = "Name\r\nAda, 3\r\nGrace\u200b, 1\r\nRadia, 3x";
    const refused = await visitor.pressed(draw, "entries", { entries }, 422);
    expect(problemsOf(refused)[0]).toContain("The first line looks like a heading");
    expect(fieldsOf(formTo(refused, `/draws/${draw.id}/manage`, "entries")).get("entries")).toBe(entries);
    expect((await site.get(`/api/draws/${draw.id}`)).json.entries).toMatchObject({ count: 2, tickets: 2 });
    const [answer = ""] = answersOn(refused);
    const saved = await visitor.pressed(draw, "entries", { entries, keep: answer });
    expect(textOf(saved)).toContain("1 name has characters that cannot be seen – line 3");
    expect((await site.get(`/api/draws/${draw.id}`)).json.entries).toMatchObject({ count: 4, tickets: 8 });
    await visitor.pressed(draw, "lock");
  });

  test("is locked as a program made it, regardless of what the reader would find", async () => {
    const draw = await visitor.later({ ...RAFFLE, entries: "Ada\nGrace" });
    const body = { entries: ["Name", "1. Ada", { label: "Total", tickets: 2 }] };
    expect((await site.send("PUT", `/api/draws/${draw.id}/entries`, body, draw.key)).status).toBe(200);
    await visitor.pressed(draw, "lock");
    expect((await site.get(`/api/draws/${draw.id}`)).json.state).toBe("locked");
  });
});
