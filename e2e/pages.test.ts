// The whole life of a draw through its pages, without JavaScript, on a real embedded Fairhat.
import { afterAll, afterEach, beforeAll, describe, expect, setSystemTime, test } from "bun:test";
import { checkedRecord } from "./client.ts";
import {
  drawIdOn,
  fieldIn,
  fileOn,
  filled,
  isIndexed,
  keyOn,
  makeByForm,
  type Page,
  PUBLIC_URL,
  problemsOn,
  type Site,
  startSite,
  texts,
} from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterEach(() => {
  setSystemTime();
});
afterAll(() => site.stop());

interface Side {
  commitment: string;
  service: string;
  secret: string;
  generator: string;
}

interface Told {
  state: string;
  title: string;
  manifest: string;
  seals: { a: Side; b: Side };
  lockedAt: string;
  drawAfter: string | null;
  boundAt: string;
  drawnAt: string;
  listed: boolean;
  result: { winners: { label: string; position: number }[] };
}

const told = async (id: string) => (await (await fetch(`${site.url}/api/draws/${id}`)).json()) as Told;

/** The texts must be on the page in this order. */
function expectInOrder({ text }: Page, pieces: string[]): void {
  let from = 0;
  for (const piece of pieces) {
    const at = text.indexOf(piece, from);
    if (at < 0) throw new Error(`"${piece}" does not stand where it should, but: ${text.slice(from)}`);
    from = at + piece.length;
  }
}

/** The machine-readable times of a page. */
function timesOn(page: Page): string[] {
  return Array.from(page.html.matchAll(/<time datetime="([^"]+)">/g), ([, time = ""]) => time);
}

const LIST = "Ada\r\n\r\n Grace \r\nEmmy\r\nAda\r\n\r\nSophie\r\n";

describe("a draw at once", () => {
  let summary: Page;
  let made: Page;
  let id: string;

  test("is summed up first: sentence, list, ignored lines, duplicates, finality", async () => {
    const home = await site.open("/");
    expect(isIndexed(home)).toBe(true);
    const typed = { title: " Three books ", organiser: "The reading circle", entries: LIST, "winners/1.winners": "2" };
    summary = await site.submit(home, "/draws/confirm", typed);
    expect(summary.status).toBe(200);
    expect(isIndexed(summary)).toBe(false);
    expectInOrder(summary, [
      "Three books",
      "Drawn by The reading circle",
      "2 winners are drawn from 5 entries; every entry has the same chance.",
      "This is final.",
      "Only people with the link will find it.",
      "The list: 5 entries",
      "2 blank lines were left out.",
      "One name is listed more than once.",
      "Ada, 2 times",
      "Ada Grace Emmy Ada Sophie",
    ]);
  });

  test("can be edited from its summary, with all input kept", async () => {
    expect(summary.html).toContain('<button formaction="/draws/edit"');
    const form = await site.post("/draws/edit", filled(summary, "/draws"));
    expect(fieldIn(form, "title")).toBe(" Three books ");
    expect(fieldIn(form, "organiser")).toBe("The reading circle");
    expect(fieldIn(form, "entries")).toBe(LIST.replaceAll("\r\n", "\n"));
    expect(fieldIn(form, "winners/1.winners")).toBe("2");
    expect(fieldIn(form, "rule")).toBe("winners/1");
  });

  test("is made once, however often its form is sent", async () => {
    const [first, ...more] = await Promise.all([1, 2, 3].map(() => site.submit(summary, "/draws")));
    made = first as Page;
    id = drawIdOn(made);
    expect([made.status, id]).toEqual([201, expect.stringMatching(/^[0-9a-f]{32}$/)]);
    for (const page of more) expect([page.status, drawIdOn(page), keyOn(page)]).toEqual([201, id, keyOn(made)]);
    const another = await site.submit(summary, "/draws", { title: "Four books" });
    expect(another.status).toBe(422);
    expect(problemsOn(another)[0]).toStartWith("This form has made a draw already");
    expect(fieldIn(another, "title")).toBe("Four books");
    const sentAgain = await site.submit(await site.submit(another, "/draws/confirm"), "/draws");
    expect(drawIdOn(sentAgain)).not.toBe(id);
  });

  test("shows its key once, with both links", async () => {
    const key = keyOn(made);
    expect(key).toHaveLength(43);
    expect(made.html).toContain(`value="${PUBLIC_URL}/draws/${id}/manage#${key}"`);
    expect(made.html).toContain(`value="${PUBLIC_URL}/draws/${id}"`);
    expect(fileOn(made)).toContain(`Organiser link, keep it secret: ${PUBLIC_URL}/draws/${id}/manage#${key}`);
    expect(isIndexed(made)).toBe(false);
    for (const path of [
      `/draws/${id}`,
      `/draws/${id}/manage`,
      `/api/draws/${id}`,
      `/api/draws/${id}/record`,
      "/draws",
    ]) {
      const answer = await fetch(site.url + path);
      expect([answer.status, (await answer.text()).includes(key)]).toEqual([200, false]);
    }
  });

  test("has a public page with all events in order", async () => {
    const page = await site.open(`/draws/${id}`);
    const { seals, manifest, boundAt, drawnAt, result } = await told(id);
    expectInOrder(page, [
      "Three books",
      ...["The result", "Winners", ...result.winners.map(({ label, position }) => `${label} entry ${position + 1}`)],
      ...["Check it yourself", "Download the record"],
      "How it was done",
      ...["Sealed", "Service a,", seals.a.commitment, "Service b,", seals.b.commitment],
      ...["Locked", "Both services confirmed it.", manifest],
      ...["Drawn", "give the result"],
      "The opened numbers",
      ...["Service a", seals.a.secret, "Run by", "not stated", seals.a.generator, seals.a.service],
      ...["Service b", seals.b.secret, "Run by", "not stated", seals.b.generator, seals.b.service],
      ...["The rule", "Winners winners/1", "Winners are drawn one after the other", "Winners 2", "Alternates 0"],
      "One party held both secrets",
      "It was made at once",
      "It was made on the embedded database",
      "The public link",
      ...["The list: 5 entries", "Am I on the list?", "Ada", "Grace", "Emmy", "Ada", "Sophie"],
    ]);
    expect(timesOn(page)).toContain(boundAt);
    expect(timesOn(page)).toContain(drawnAt);
    expect(page.html).toContain(`href="/api/draws/${id}/record" download`);
    expect((await checkedRecord(site.url, id)).report.verdict).toBe("holds");
  });

  test("is hidden from search engines", async () => {
    const page = await site.open(`/draws/${id}`);
    expect([isIndexed(page), page.headers.get("x-robots-tag")]).toEqual([false, "noindex"]);
  });
});

describe("a draw for later", () => {
  let id: string;
  let key: string;
  const managed = (page: Page, button: string, changes: Record<string, string> = {}) =>
    site.submit(page, `/draws/${id}/manage`, changes, button);
  const organisersPage = async () => managed(await site.open(`/draws/${id}/manage`), "show", { key });

  beforeAll(async () => {
    const changes = { entries: "Ada\nGrace", draw: "later", listed: "on", rule: "raffle/1" };
    const summary = await site.submit(await site.open("/"), "/draws/confirm", { title: "Later", ...changes });
    expectInOrder(summary, ["The draw stays open", "After the lock nothing can be changed", "under Recent draws"]);
    const made = await site.submit(summary, "/draws");
    [id, key] = [drawIdOn(made), keyOn(made)];
  });

  test("is open at first, and says so", async () => {
    const page = await site.open(`/draws/${id}`);
    expectInOrder(page, [
      "Sealed",
      "Locked",
      "Not yet. Until then the organiser can change the list.",
      "Drawn",
      "Not yet.",
    ]);
    expect(page.text).not.toContain("The opened numbers");
    expect([isIndexed(page), page.headers.get("x-robots-tag")]).toEqual([true, null]);
    expect((await site.open("/draws")).text).toContain("Later open");
  });

  test("shows its list to the organiser, who can replace it", async () => {
    const page = await organisersPage();
    expect(fieldIn(page, "entries")).toBe("Ada\nGrace");
    expect(page.text).toContain("The lock is final");
    const changed = await managed(page, "entries", { entries: "Ada, 2\r\nGrace\r\nEmmy, 3\r\n" });
    expect([changed.status, problemsOn(changed)]).toEqual([200, []]);
    expect(fieldIn(changed, "entries")).toBe("Ada, 2\nGrace\nEmmy, 3");
    expect((await site.open(`/draws/${id}`)).text).toContain("The list: 3 entries, 6 tickets");
  });

  test("gives the same answer to a wrong key and to an unknown draw", async () => {
    const other = "0".repeat(32);
    const [wrong, absent] = await Promise.all(
      [id, other].map(async (draw) =>
        site.submit(await site.open(`/draws/${draw}/manage`), `/draws/${draw}/manage`, { key: "x" }, "show"),
      ),
    );
    expect(wrong?.status).toBe(403);
    expect(wrong && problemsOn(wrong)).toEqual(["This key does not open this draw."]);
    expect(wrong?.html.replaceAll(id, "")).toBe(absent?.html.replaceAll(other, "") ?? "");
    expect([wrong?.status, wrong?.headers.get("content-length")]).toEqual([
      absent?.status,
      absent?.headers.get("content-length"),
    ]);
    const none = await site.post(`/draws/${id}/manage`, { action: "draw" });
    expect(none.status).toBe(401);
    expect((await told(id)).state).toBe("open");
  });

  test("is locked for a time, announced, and then drawn automatically", async () => {
    const at = new Date(Date.now() + 3_600_000).toISOString().slice(0, 19);
    const locked = await managed(await organisersPage(), "lock", { drawAfter: at });
    expect([locked.status, problemsOn(locked)]).toEqual([200, []]);
    expect(locked.text).toContain("The draw runs automatically at the time you set: ");
    expect((await told(id)).drawAfter).toBe(`${at}.000Z`);
    const waiting = await site.open(`/draws/${id}`);
    expect(waiting.text).toContain("It will be drawn ");
    expect(timesOn(waiting)).toContain(`${at}.000Z`);
    const early = await managed(locked, "draw");
    expect([early.status, problemsOn(early)[0]]).toEqual([409, expect.stringContaining("announced for later")]);
    expect((await told(id)).state).toBe("locked");
    setSystemTime(new Date(`${at}.000Z`));
    while ((await told(id)).state !== "drawn") await Bun.sleep(50);
    const drawn = await site.open(`/draws/${id}`);
    expectInOrder(drawn, ["It was announced", "The list: 3 entries, 6 tickets"]);
    expect((await checkedRecord(site.url, id)).report).toMatchObject({ verdict: "holds", announced: true });
  });

  test("offers the remaining actions once drawn", async () => {
    const page = await organisersPage();
    expect(page.text).toContain("The draw is finished.");
    expect(texts(page, "button")).toEqual([
      "Refresh",
      "Pass over, next one moves up",
      "Draw from the rest of the list",
      "Erase the list permanently",
      "Make another draw like this",
      "Replace the organiser link",
    ]);
  });
});

test("a draw is locked to be drawn by hand, and drawn", async () => {
  const { id, key } = await makeByForm(site, { entries: "Ada\nGrace", draw: "later" });
  const action = `/draws/${id}/manage`;
  const page = await site.submit(await site.open(action), action, { key }, "show");
  const locked = await site.submit(page, action, {}, "lock");
  expect(locked.text).toContain("You start the draw.");
  expect((await site.open(`/draws/${id}`)).text).toContain("Both services confirmed it.");
  const drawn = await site.submit(locked, action, {}, "draw");
  expect(drawn.text).toContain("The draw is finished");
  expect((await site.submit(locked, action, {}, "draw")).status).toBe(200); // clicked twice
  expect((await checkedRecord(site.url, id)).report.verdict).toBe("holds");
});

test("a locked draw is cancelled, with a public reason", async () => {
  const { id, key } = await makeByForm(site, { entries: "Ada\nGrace", draw: "later" });
  const action = `/draws/${id}/manage`;
  const page = await site.submit(await site.open(action), action, { key }, "show");
  const locked = await site.submit(page, action, {}, "lock");
  const stopped = await site.submit(locked, action, { reason: " Grace withdre\u0301w " }, "void");
  expect(stopped.text).toContain("This draw is void");
  const told = await site.open(`/draws/${id}`);
  expectInOrder(told, [
    "This draw is void",
    "Reason: Grace withdr\u00e9w",
    "Check it yourself",
    "Drawn",
    "Never: the draw is void.",
  ]);
  expect((await checkedRecord(site.url, id)).report).toMatchObject({ verdict: "void", why: "Grace withdr\u00e9w" });
});

test("prizes and numbers are summed up with all their parameters, and shown", async () => {
  const prizes = { rule: "prizes/1", entries: "Ada\nGrace\nEmmy", "prizes/1.prizes": "Bicycle\nBook, 2" };
  const summary = await site.submit(await site.open("/"), "/draws/confirm", { title: "Prizes", ...prizes });
  expectInOrder(summary, ["Prizes Bicycle, 1 Book, 2", "Alternates 0"]);
  const page = await site.open(`/draws/${drawIdOn(await site.submit(summary, "/draws"))}`);
  expectInOrder(page, ["The result", "Bicycle", "Book", "Prizes Bicycle, 1 Book, 2", "Uses tickets no"]);
  const numbers = { rule: "numbers/1", "numbers/1.from": "1", "numbers/1.to": "6", "numbers/1.count": "3" };
  const { id } = await makeByForm(site, { ...numbers, "numbers/1.repeat": "on" });
  const rolled = await site.open(`/draws/${id}`);
  expectInOrder(rolled, ["The numbers", "Repeats allowed yes"]);
  expect(rolled.text).not.toContain("The list:");
  const groups = await makeByForm(site, { rule: "groups/1", entries: "a\nb\nc\nd\ne", "groups/1.size": "2" });
  const dealt = await site.open(`/draws/${groups.id}`);
  expectInOrder(dealt, ["Group 1", "Group 2", "Group 3", "People in a group 2"]);
  expect(dealt.text).not.toContain("null");
});
