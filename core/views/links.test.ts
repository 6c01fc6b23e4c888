import { expect, test } from "bun:test";
import { LANGUAGES } from "@fairhat/messages";
import { linksOf } from "./links.ts";

const NOTHING = { operator: "", contact: "", imprint: "", source: "", retention: 0 };

test.each([
  [{}, []],
  [{ operator: "Village hall" }, [["Imprint", "/privacy#who"]]],
  [
    { operator: "Village hall", imprint: "https://hall.example/imprint" },
    [["Imprint", "https://hall.example/imprint"]],
  ],
  [{ contact: "hall@example.org" }, [["Contact", "mailto:hall@example.org"]]],
  [{ contact: "https://hall.example/write" }, [["Contact", "https://hall.example/write"]]],
  [{ contact: "Ask at the counter" }, [["Contact", "/privacy#who"]]],
  [{ contact: "javascript:alert(1)" }, [["Contact", "/privacy#who"]]],
  [{ source: "https://git.example/fairhat" }, [["Source code", "https://git.example/fairhat"]]],
])("the footer of a site with %j", (set, links) => {
  expect(linksOf(LANGUAGES.en.common, { ...NOTHING, ...set })).toEqual(links as [string, string][]);
});
