import { afterAll, beforeAll, expect, test } from "bun:test";
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
  const { id, result, url } = await site.make();
  const page = pageOf(await site.get(`/draws/${id}/present`));
  expect(headingOf(page)).toBe("Three books");
  for (const { label } of result.winners) expect(textOf(page)).toContain(label);
  expect(all(page, "svg").map(({ attributes }) => attributes.get("aria-label"))).toEqual([
    "QR code of the public link",
  ]);
  expect(textOf(page)).toContain(url.replace("https://", ""));
  expect(all(page, "a").map(({ attributes }) => attributes.get("href"))).toContain(`/draws/${id}`);
  expect(isIndexed(page)).toBe(false);
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
