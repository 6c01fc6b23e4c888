import { afterAll, beforeAll, expect, test } from "bun:test";
import { shortOf } from "../draws/short.ts";
import { type Fairhat, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
import { all, elementsIn, textOf } from "../testing/html.ts";
import { headingOf, isIndexed, pageOf } from "../testing/pages.ts";

let fairhat: Fairhat;
let site: Site;

beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
});
afterAll(() => fairhat.stop());

const drawOn = (page: ReturnType<typeof pageOf>) =>
  Object.fromEntries([...elementsIn(page)].find(({ attributes }) => attributes.get("id") === "draw")?.attributes ?? []);

test("the big-screen view shows the page's content, the way to check it, and the way back", async () => {
  const { id, result } = await site.make();
  const page = pageOf(await site.get(`/draws/${id}/present`));
  expect(headingOf(page)).toBe("Three books");
  for (const { label } of result.winners) expect(textOf(page)).toContain(label);
  expect(all(page, "svg").map(({ attributes }) => attributes.get("aria-label"))).toEqual([
    "QR code of the public link",
  ]);
  expect(textOf(page)).toContain(`/d/${shortOf(id)}`);
  expect(all(page, "a").map(({ attributes }) => attributes.get("href"))).toContain(`/draws/${id}`);
  expect(isIndexed(page)).toBe(false);
});

test("its short link leads to the draw, however it is typed", async () => {
  const [{ id }, other] = [await site.make({ listed: false }), await site.make()];
  const short = shortOf(id);
  expect(short).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){2}[0-9a-hjkmnp-tv-z]{4}$/);
  const confused = short.replaceAll("1", "l").replaceAll("0", "O");
  for (const typed of [short, short.toUpperCase(), short.replaceAll("-", ""), confused]) {
    const { status, headers } = await site.get(`/d/${typed}`);
    expect([status, headers.get("location")]).toEqual([302, `/draws/${id}`]);
  }
  expect(shortOf(other.id)).not.toBe(short);
});

test.each(["0000-0000-0000", "0000", "uuuu-uuuu-uuuu", "zzzz-zzzz-zzzz-zzzz"])("%s is no short link", async (typed) => {
  expect((await site.get(`/d/${typed}`)).status).toBe(404);
});

test.each([
  ["0".repeat(32), "0000-0000-0000"],
  ["f".repeat(32), "zzzz-zzzz-zzzz"],
  [`${"0".repeat(14)}1${"f".repeat(17)}`, "0000-0000-0001"],
])("%s is %s in short", (id, short) => {
  expect(shortOf(id)).toBe(short);
});

test("every draw has one", async () => {
  expect((await site.get(`/draws/${"0".repeat(32)}/present`)).status).toBe(404);
});

test("both pages of a draw have their version, and the event address while it can change", async () => {
  const { id, manageKey } = await site.make({ draw: "later", params: { winners: 2, alternates: 0 } });
  const shown = async () => {
    const [page, hall] = await Promise.all([site.get(`/draws/${id}`), site.get(`/draws/${id}/present`)]);
    const draw = drawOn(pageOf(hall));
    expect(drawOn(pageOf(page))).toEqual(draw);
    return draw;
  };
  const open = await shown();
  expect(open).toEqual({
    ...{ id: "draw", "data-draw": id, "data-state": "open", "data-version": expect.stringMatching(/^[0-9a-f]{16}$/) },
    "data-events": `/api/draws/${id}/events`,
  });
  await site.send("POST", `/api/draws/${id}/draw`, {}, manageKey);
  const drawn = await shown();
  expect(drawn).toEqual({
    ...{ id: "draw", "data-draw": id, "data-state": "drawn", "data-version": expect.any(String) },
    ...{ "data-manifest": expect.stringMatching(/^[0-9a-f]{64}$/), "data-fixed": "" },
  });
  expect(drawn["data-version"]).not.toBe(open["data-version"]);
});

test("a scheduled draw has a countdown", async () => {
  const { id, manageKey } = await site.make({ draw: "later" });
  const drawAfter = "2100-01-01T00:00:00.000Z";
  await site.send("POST", `/api/draws/${id}/lock`, { drawAfter }, manageKey);
  for (const rest of ["", "/present"]) {
    const page = pageOf(await site.get(`/draws/${id}${rest}`));
    const [countdown] = all(page, "p").filter(({ attributes }) => attributes.get("class") === "countdown");
    expect(countdown?.attributes.get("data-until")).toBe(drawAfter);
    expect(Date.parse(countdown?.attributes.get("data-now") ?? "")).toBeWithin(Date.now() - 10_000, Date.now() + 1);
  }
});
