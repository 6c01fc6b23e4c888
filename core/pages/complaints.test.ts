import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type Fairhat, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
import { all, type Element, elementsIn, fieldsOf, formTo, textOf } from "../testing/html.ts";
import { filled, pageOf, visitorOf } from "../testing/pages.ts";

let fairhat: Fairhat;
let site: Site;

beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
});
afterAll(() => fairhat.stop());

/** Of each error that a summary lists, the id of its control, if the same words stand at that control. */
function controlsOf(page: Element): string[] {
  const byId = new Map([...elementsIn(page)].map((one) => [one.attributes.get("id"), one]));
  const [summary] = all(page, "div").filter(({ attributes }) => attributes.get("role") === "alert");
  return (summary ? all(summary, "li") : []).map((item) => {
    const [link] = all(item, "a");
    const id = link?.attributes.get("href")?.slice(1) ?? "";
    const described = byId.get(id)?.attributes.get("aria-describedby")?.split(" ") ?? [];
    const words = byId.get(`${id}-wrong`);
    const isMarked = byId.get(id)?.attributes.get("aria-invalid") === "true" && described.includes(`${id}-wrong`);
    return isMarked && words && textOf(words).includes(textOf(item)) ? id : "";
  });
}

describe("an error stands at its control, and the summary leads there", () => {
  test.each<[Record<string, string>, string[]]>([
    [{ title: "x".repeat(201) }, ["title"]],
    [{ organiser: "\u0000" }, ["organiser"]],
    [{ entries: "" }, ["entries"]],
    [{ entries: `Ada\n${"x".repeat(201)}` }, ["entries"]],
    [{ rule: "winners/1", "winners/1.winners": "9" }, ["winners-1-winners"]],
    [{ rule: "prizes/1", "prizes/1.prizes": "" }, ["prizes-1-prizes"]],
    [{ rule: "groups/1", "groups/1.groups": "2", "groups/1.size": "2" }, ["groups-1-groups"]],
    [{ draw: "at", drawAfter: "" }, ["drawAfter"]],
    [{ title: "\u200b", rule: "winners/1", "winners/1.winners": "none" }, ["title", "winners-1-winners"]],
  ])("of the form, with %j", async (typed, controls) => {
    const form = formTo(pageOf(await site.get("/")), "/draws/confirm");
    const refused = await site.submit("/draws/confirm", filled(form, { entries: "Ada\nGrace\nEmmy", ...typed }));
    expect(controlsOf(pageOf(refused, 422))).toEqual(controls);
  });

  test.each<[Record<string, string>, string[]]>([
    [{ action: "entries", entries: "" }, ["entries"]],
    [{ action: "entries", entries: `Ada\n${"x".repeat(201)}` }, ["entries"]],
    [{ action: "lock", entries: "Ada\nRadia" }, ["entries"]],
    [{ action: "lock", drawAfter: "2020-01-31T18:00" }, ["drawAfter"]],
    [{ action: "draw", drawAfter: "2040-01-31T18:00" }, ["drawAfter"]],
    [{ action: "details", title: "x".repeat(201) }, ["title"]],
  ])("of the organiser's page, with %j", async (typed, controls) => {
    const { id, key } = await visitorOf(site).later();
    const path = `/draws/${id}/manage`;
    const fields = fieldsOf(formTo(pageOf(await site.submit(path, { key })), path, "entries"));
    const refused = await site.submit(path, { ...Object.fromEntries(fields), ...typed });
    expect(controlsOf(pageOf(refused, 422))).toEqual(controls);
  });

  test("of a key that does not open the draw", async () => {
    const { id } = await visitorOf(site).later();
    expect(controlsOf(pageOf(await site.submit(`/draws/${id}/manage`, { key: "wrong" }), 403))).toEqual(["key"]);
  });
});
