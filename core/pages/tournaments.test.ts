import { afterAll, beforeAll, expect, test } from "bun:test";
import { type Fairhat, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
import { all, textOf } from "../testing/html.ts";
import { pageOf } from "../testing/pages.ts";

let fairhat: Fairhat;
let site: Site;

beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
}, 60_000);
afterAll(() => fairhat.stop());

const drawn = (rule: string, params: object, entries: string[]) =>
  site.make({ title: "Cup", rule, params, entries, draw: "now" });

test("a bracket is a picture with its first round beside it, and byes are not places in the CSV", async () => {
  const { id, result } = await drawn("bracket/1", { seeds: 1 }, ["Ada", "Grace", "Emmy"]);
  const page = pageOf(await site.get(`/draws/${id}`));
  const [, [one, other]] = result.bracket;
  expect(textOf(page)).toContain("Ada has a bye");
  expect(textOf(page)).toContain(`${one.label} against ${other.label}`);
  expect(all(page, "text").map(textOf).toSorted()).toEqual(["Ada", "Emmy", "Grace"]);
  const lines = (await site.get(`/api/draws/${id}/result.csv`)).text.split("\r\n");
  expect(lines[1]).toBe('1,"match","1",1,"Ada"');
  expect(lines).toHaveLength(5);
  expect((await site.verify(id)).verdict).toBe("holds");
});

test("a schedule shows its rounds, and its CSV names round and match", async () => {
  const { id, result } = await drawn("roundrobin/1", { twice: true }, ["Ada", "Grace", "Emmy"]);
  const page = pageOf(await site.get(`/draws/${id}`));
  const headings = all(page, "h3").map(textOf);
  for (let round = 1; round <= 6; round++) expect(headings).toContain(`Round ${round}`);
  expect(textOf(page)).toContain(`${result.rounds[0][0][0].label} has a break`);
  const { text } = await site.get(`/api/draws/${id}/result.csv`);
  expect(text).toContain(`2,"match","6.1",`);
  expect((await site.verify(id)).verdict).toBe("holds");
});

test("a panel is listed with its entries, on the page and in the CSV", async () => {
  const params = {
    panels: [
      { positions: [0, 2], weight: 1 },
      { positions: [0, 1], weight: 4 },
    ],
  };
  const { id, result } = await drawn("panel/1", params, ["Ada", "Grace", "Emmy"]);
  const page = pageOf(await site.get(`/draws/${id}`));
  expect(textOf(page)).toContain("The panel");
  expect(textOf(page)).toContain("4: Ada, Grace");
  const { text } = await site.get(`/api/draws/${id}/result.csv`);
  expect(text.split("\r\n")[2]).toBe(`2,"panel","",${result.panel[1].position + 1},"${result.panel[1].label}"`);
  expect((await site.verify(id)).verdict).toBe("holds");
});
