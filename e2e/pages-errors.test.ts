// Errors on the pages are explained, and nothing typed is lost.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { all } from "../core/testing/html.ts";
import { call, checkedRecord } from "./client.ts";
import {
  drawIdOn,
  fieldIn,
  filled,
  isIndexed,
  makeByForm,
  type Page,
  problemsOn,
  type Site,
  startSite,
} from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

/** Values for every field of the form, all different from the defaults. */
const TYPED = {
  title: "  Summer “raffle” & more ",
  organiser: "<Club> ",
  rule: "raffle/1",
  entries: "\nAda, 3\n\n\tGrace\tHopper\t2 \nSmith, John\n\n",
  draw: "later",
  listed: "on",
  "winners/1.winners": "7",
  "winners/1.alternates": "",
  "raffle/1.winners": " 2",
  "raffle/1.alternates": "1 ",
  "prizes/1.prizes": "\nBook, 2\n Pen\n",
  "prizes/1.tickets": "on",
  "prizes/1.alternates": "x",
  "groups/1.groups": "3",
  "groups/1.size": "2",
  "numbers/1.from": "-1",
  "numbers/1.to": "one",
  "numbers/1.count": "9",
  "numbers/1.repeat": "on",
};

function expectTyped(page: Page, changes: Record<string, string> = {}): void {
  const { draw, ...fields } = { ...TYPED, ...changes };
  for (const [name, typed] of Object.entries(fields)) expect([name, fieldIn(page, name)]).toEqual([name, typed]);
  // The pressed button says when to draw; an unfolded section shows which.
  const schedule = all(page.document, "details").find(({ attributes }) => attributes.get("class") === "schedule");
  expect(schedule ? schedule.attributes.has("open") : fieldIn(page, "draw") === draw).toBe(true);
}

describe("the form keeps everything", () => {
  test.each<[string, Record<string, string>, string[]]>([
    [
      "a title that cannot be seen",
      { title: "\u3164" },
      ["What the draw is for: expected at least one visible character, found only spaces or invisible characters."],
    ],
    [
      "tickets of none",
      { entries: "Ada\nGrace\nEmmy, 0" },
      [
        "1 line with a number of tickets that cannot be read – line 3: Emmy, 0 (no tickets). Write whole numbers from 1 on, without separators: 1000.",
      ],
    ],
    ["an empty list", { entries: " \n" }, ["The list is empty: add at least one entry."]],
    ["an unknown rule", { rule: "luck/1" }, ["Choose a rule."]],
    [
      "parameters that are no numbers",
      { "raffle/1.winners": "two" },
      ['Winners: expected a whole number from 1 to 9007199254740991, found "two".'],
    ],
    [
      "two faults at once",
      { title: "\u3164", "raffle/1.winners": "9" },
      [expect.stringContaining("What the draw is for"), "You asked for 9 winners and 1 alternate but have 3 entries."],
    ],
  ])("with %s", async (_, changes, problems) => {
    const page = await site.submit(await site.open("/"), "/draws/confirm", { ...TYPED, ...changes });
    expect(page.status).toBe(422);
    expect(problemsOn(page)).toEqual(problems);
    if (changes.rule) expect(fieldIn(page, "rule")).toBeNull();
    else expectTyped(page, changes);
    // Also without seeing the summary first.
    const sent = await site.post("/draws", filled(page, "/draws/confirm"));
    expect([sent.status, problemsOn(sent)]).toEqual([422, problems]);
  });

  test("through the summary and back", async () => {
    const summary = await site.submit(await site.open("/"), "/draws/confirm", TYPED);
    expectTyped(summary);
    expectTyped(await site.post("/draws/edit", filled(summary, "/draws")));
  });

  test("while a service is unavailable, and submits once it is back", async () => {
    const summary = await site.submit(await site.open("/"), "/draws/confirm", TYPED);
    site.fail("random-a", "insert");
    const failed = await site.submit(summary, "/draws");
    expect(failed.status).toBe(503);
    expect(failed.text).toContain(
      "Random-a answered with status 500; the draw stays where it is, try again in a moment",
    );
    expectTyped(failed);
    const once = await site.submit(failed, "/draws");
    expect(once.status).toBe(503);
    site.fail("random-a", null);
    const made = await site.submit(once, "/draws");
    expect(made.status).toBe(201);
    expect((await site.open(`/draws/${drawIdOn(made)}`)).text).toContain("Summer “raffle” & more");
  });

  test("if its key was altered", async () => {
    const page = await site.post("/draws", { ...TYPED, key: "short" });
    expect(page.status).toBe(422);
    expect(page.text).toContain("The key of the form");
    expectTyped(page);
    expect((await site.submit(page, "/draws")).status).toBe(201);
  });
});

describe("the organiser's page keeps", () => {
  let action: string;
  let id: string;
  let page: Page;
  beforeAll(async () => {
    const { id: made, key } = await makeByForm(site, { entries: "Ada\nGrace", draw: "later", rule: "raffle/1" });
    id = made;
    action = `/draws/${id}/manage`;
    page = await site.submit(await site.open(action), action, { key }, "show");
  });
  const list = "\nAda, 2\n\n Smith, John \n";

  test.each([
    [
      "Ada\nBob, 0",
      "1 line with a number of tickets that cannot be read – line 2: Bob, 0 (no tickets). Write whole numbers from 1 on, without separators: 1000.",
    ],
    ["", "The list is empty: add at least one entry."],
    [`Ada\n${"x".repeat(201)}`, expect.stringContaining("1 name with more than 200 characters – line 2")],
  ])("a refused list: %j", async (entries, problem) => {
    const refused = await site.submit(page, action, { entries }, "entries");
    expect([refused.status, problemsOn(refused), fieldIn(refused, "entries")]).toEqual([422, [problem], entries]);
  });

  test.each([
    ["2020-01-31T18:00", "The time: expected a time to come, or none to draw by hand, found 2020-01-31T18:00:00.000Z."],
    [
      "2030-02-31T18:00:59.5",
      expect.stringMatching(/^The time: expected a time like .*, found "2030-02-31T18:00:59.5"\.$/),
    ],
    ["tomorrow", expect.stringMatching(/^The time: expected a time like .*, found "tomorrow"\.$/)],
    ["2030-01-31T18:00 or so", expect.stringContaining("The time: expected a time like")],
  ])("a refused time: %s", async (drawAfter, problem) => {
    const refused = await site.submit(page, action, { drawAfter }, "lock");
    expect([refused.status, problemsOn(refused), fieldIn(refused, "drawAfter")]).toEqual([422, [problem], drawAfter]);
  });

  test("a time that was set, instead of drawing at once", async () => {
    const drawAfter = "2030-01-31T18:00";
    const refused = await site.submit(page, action, { drawAfter }, "draw");
    expect([refused.status, fieldIn(refused, "drawAfter")]).toEqual([422, drawAfter]);
    expect(problemsOn(refused)[0]).toStartWith("You set a time");
  });

  test("nothing else: unknown fields are refused", async () => {
    const refused = await site.submit(page, action, { action: "rename" });
    expect(problemsOn(refused)).toEqual(["There is nothing called rename that can be done with a draw."]);
  });

  test("everything while a service is unavailable, and the draw is unchanged", async () => {
    site.fail("random-b", "insert");
    const drawAfter = "2030-01-31T18:00";
    const failed = await site.submit(page, action, { drawAfter }, "lock");
    expect([failed.status, fieldIn(failed, "drawAfter")]).toEqual([503, drawAfter]);
    expect(problemsOn(failed)[0]).toContain("Random-b answered with status 500");
    expect(failed.text).toContain("The lock is final");
    site.fail("random-b", null);
  });

  test("late changes: a list, a time, a reason", async () => {
    site.fail("random-b", "update");
    const begun = await site.submit(page, action, {}, "draw");
    expect(begun.status).toBe(503);
    expect(begun.text).toContain("The draw has begun and is finished as soon as both services answer.");
    expect((await site.open(`/draws/${id}`)).text).toContain("The services have not both confirmed it yet.");
    expect((await site.open(`/draws/${id}`)).text).toContain("One of the services does not answer at the moment");
    const reason = "A better idea";
    // A draw that has begun cannot be cancelled; a page opened before still has the form.
    expect(begun.html).not.toContain('value="void"');
    const cancel = () =>
      site.post(action, { ...Object.fromEntries(filled(page, action, {}, "lock")), action: "void", reason });
    expect((await cancel()).status).toBe(409);
    site.fail("random-b", null);
    expect((await site.submit(begun, action, {}, "draw")).text).toContain("The draw is finished");
    const late = await Promise.all([
      site.submit(page, action, { entries: list }, "entries"),
      site.submit(page, action, { drawAfter: "2030-01-31T18:00" }, "lock"),
      cancel(),
    ]);
    for (const [at, typed] of [list, "2030-01-31T18:00", reason].entries()) {
      const told = late[at] as Page;
      expect([told.status, problemsOn(told)]).toEqual([409, ["This draw is drawn; its result stands."]]);
      // The reason belongs to another step now.
      if (typed === reason) expect(fieldIn(told, "reason")).toBe(reason);
      else expect(told.html).toContain(`readonly>\n${typed}</textarea>`);
    }
    // An invalid list gets the same answer: nothing can be changed any more.
    expect((await site.submit(page, action, { entries: "" }, "entries")).status).toBe(409);
    expect((await checkedRecord(site.url, id)).report.verdict).toBe("holds");
  });
});

describe("the organiser's page writes the list so that saving it changes nothing", () => {
  const shown = async (changes: object): Promise<[Page, string]> => {
    const body = { title: "T", rule: "raffle/1", params: { winners: 1 }, draw: "later", ...changes };
    const { id, manageKey } = (await call(site.url, "POST", "/api/draws", { body }))?.body ?? {};
    return [await site.post(`/draws/${id}/manage`, { key: manageKey ?? "" }), id ?? ""];
  };
  const rootOf = async (id: string) => (await (await fetch(`${site.url}/api/draws/${id}`)).json()).entries.root;

  test("with names that end like tickets", async () => {
    const [page, id] = await shown({ entries: ["Room, 3", { label: "Ada", tickets: 2 }, "Smith, John"] });
    expect(fieldIn(page, "entries")).toBe("Room, 3, 1\nAda, 2\nSmith, John");
    const before = await rootOf(id);
    const saved = await site.submit(page, `/draws/${id}/manage`, {}, "entries");
    expect([problemsOn(saved), await rootOf(id)]).toEqual([[], before]);
  });

  test("or not at all, if a line cannot hold an entry or there are too many", async () => {
    for (const entries of [["one\u2028two"], Array.from({ length: 1_001 }, (_, n) => `Entry ${n}`)]) {
      const [page] = await shown({ entries });
      expect(fieldIn(page, "entries")).toBe("");
      expect(page.text).toContain(entries.length === 1 ? "There is 1 entry now." : "There are 1,001 entries now.");
    }
  });

  test("and has no list if the rule needs none", async () => {
    const [page] = await shown({ rule: "numbers/1", params: { from: 1, to: 6, count: 1 } });
    expect(page.text).toContain("Draw it");
    expect(fieldIn(page, "entries")).toBeNull();
  });
});

test("an internal error is a page that says so, without its message", async () => {
  const { id, key } = await makeByForm(site, { entries: "Ada", draw: "later" });
  site.fail("core", "update");
  const page = await site.post(`/draws/${id}/manage`, { key, action: "lock" });
  site.fail("core", null);
  expect([page.status, isIndexed(page)]).toEqual([500, false]);
  expect(page.text).toContain("Something went wrong on our side");
  expect(page.html).not.toContain("was made to fail");
});

describe("at an address that leads nowhere", () => {
  const PLACES: [string, number][] = [
    ["/nothing", 404],
    ["/draws/confirm", 404],
    [`/draws/${"0".repeat(32)}`, 404],
    ["/draws/%ff", 400],
    [`/draws/${"%3Cscript%3E"}`, 400],
    ["/draws?after=yesterday", 422],
    ["/assets/nothing.css", 404],
  ];

  test.each(PLACES)("%s people get a page", async (path, status) => {
    const page = await site.open(path);
    expect([page.status, isIndexed(page)]).toEqual([status, false]);
    expect(page.text).toContain("Home");
  });

  test.each(PLACES)("%s programs get a problem", async (path, status) => {
    const answer = await fetch(site.url + path, { headers: { accept: "application/json" } });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
    expect(await answer.json()).toMatchObject({ status, reason: expect.any(String), detail: expect.any(String) });
  });

  test("the API answers problems to people, too", async () => {
    const answer = await fetch(`${site.url}/api/nothing`, { headers: { accept: "text/html" } });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
  });
});

test.each([
  ["application/json", '{"title": "x"}', 415],
  ["multipart/form-data; boundary=x", "--x--", 415],
  ["application/x-www-form-urlencoded", "title=%ff", 400],
  ["application/x-www-form-urlencoded", "", 400],
])("a body that is not a form is refused with a page: %s %j", async (type, body, status) => {
  for (const path of ["/draws", "/draws/confirm", "/draws/edit", `/draws/${"0".repeat(32)}/manage`]) {
    const headers = { "content-type": type, accept: "text/html" };
    const answer = await fetch(site.url + path, { method: "POST", body, headers });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "text/html; charset=utf-8"]);
    expect(answer.headers.get("content-security-policy")).toStartWith("default-src 'none'");
  }
});
