import { afterAll, beforeAll, expect, test } from "bun:test";
import { pictures } from "../pictures/pictures.ts";
import { type Fairhat, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
import { all } from "../testing/html.ts";
import { pageOf } from "../testing/pages.ts";
import { drawCard } from "../views/cards.ts";

let fairhat: Fairhat;
let site: Site;
beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
});
afterAll(() => fairhat.stop());

const pictureOf = (page: ReturnType<typeof pageOf>) =>
  all(page, "meta")
    .find(({ attributes }) => attributes.get("property") === "og:image")
    ?.attributes.get("content") ?? "";

const pngAt = (address: string, headers: Record<string, string> = {}) =>
  site.request("GET", address.replace("https://draws.example", ""), { headers });

test("a draw's page names its picture, which changes with the draw", async () => {
  const made = await site.make({ draw: "later" });
  const open = pictureOf(pageOf(await site.get(`/draws/${made.id}`)));
  const before = await pngAt(open);
  expect(before.status).toBe(200);
  expect(before.headers.get("content-type")).toBe("image/png");
  await site.send("POST", `/api/draws/${made.id}/lock`, {}, made.manageKey);
  await site.send("POST", `/api/draws/${made.id}/draw`, {}, made.manageKey);
  const drawn = pictureOf(pageOf(await site.get(`/draws/${made.id}`)));
  expect(drawn).not.toBe(open);
  const tag = (await pngAt(drawn)).headers.get("etag") ?? "";
  expect(tag).not.toBe(before.headers.get("etag") ?? "");
  expect((await pngAt(drawn, { "if-none-match": tag })).status).toBe(304);
});

test("a page of a kind of draw has a picture, in its language", async () => {
  const english = pictureOf(pageOf(await site.get("/raffle")));
  const german = pictureOf(pageOf(await site.get("/raffle?lang=de"), 200, "de"));
  const [one, other] = [await pngAt(english), await pngAt(german)];
  expect(one.status).toBe(200);
  expect(one.headers.get("etag")).not.toBe(other.headers.get("etag"));
  expect((await pngAt("/nothing/preview.png")).status).toBe(404);
  expect((await pngAt(`/draws/${"0".repeat(32)}/preview.png`)).status).toBe(404);
});

test("a picture shows current winners, and numbers for names without a font", () => {
  const view = {
    ...{
      state: "drawn",
      title: "ქართული",
      organiser: "",
      url: "https://draws.example/draws/1",
      drawAfter: null,
      lockedAt: null,
    },
    entries: { count: 4, tickets: 4, root: "" },
    result: { winners: [0, 1, 2].map((position) => ({ position, label: ["Ada", "ქეთი", "Emmy"][position] })) },
    passovers: [{ position: 0, label: "Ada", reason: "", at: "", next: { position: 3, label: "Grace" } }],
  } as unknown as Parameters<typeof drawCard>[1];
  const { title, lines } = drawCard("en", view);
  expect(title).toBe("A draw that anyone can check");
  expect(lines.map(({ text }) => text)).toEqual(["Grace", "entry 2", "Emmy"]);
});

test("more pictures than a worker can draw are refused, and drawn later", async () => {
  const draw = pictures(1);
  const svg = (text: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text>${text}</text></svg>`;
  const first = draw(svg("a"));
  expect(draw(svg("b"))).rejects.toThrow("too many pictures");
  const { bytes } = await first;
  expect(Buffer.from(bytes).subarray(1, 4).toString()).toBe("PNG");
  expect((await draw(svg("b"))).digest).not.toBe((await first).digest);
});
