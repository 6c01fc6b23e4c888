import { expect, test } from "bun:test";
import { assetsIn, isAsset } from "./offline.ts";

test("the assets that a page names, each once, and none of another site", () => {
  const page = `<link href="/assets/style-12ab.css"><script src="/assets/verify-12ab.js"></script>
    <div data-worker="/assets/verifier-12ab.js"><img src="/assets/mark-1.svg"><img src="/assets/mark-1.svg">
    <meta content="https://draws.example/assets/card-1.png"><a href="/assets">`;
  const assets = ["/assets/style-12ab.css", "/assets/verify-12ab.js", "/assets/verifier-12ab.js", "/assets/mark-1.svg"];
  expect(assetsIn(page)).toEqual(assets);
  expect(assets.every(isAsset)).toBe(true);
  expect(assetsIn("<p>none</p>")).toEqual([]);
  expect(isAsset("/api/draws")).toBe(false);
});
