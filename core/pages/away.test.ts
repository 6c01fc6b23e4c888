// If the database is unavailable or core has a bug, no input is lost.
import { afterAll, beforeAll, expect, test } from "bun:test";
import type { Context } from "../draws/context.ts";
import { type Fairhat, type Site, siteOf, startFairhat, withRules } from "../testing/fairhat.ts";
import { fieldsOf, formTo, textOf } from "../testing/html.ts";
import { BOOKS, filled, pageOf, type Visitor, visitorOf } from "../testing/pages.ts";

let fairhat: Fairhat;
let context: Context;
let site: Site;
let visitor: Visitor;

beforeAll(async () => {
  fairhat = await startFairhat();
  context = fairhat.context;
  site = siteOf(context);
  visitor = visitorOf(site);
});
afterAll(() => fairhat.stop());

/** The context with a database that fails at every statement. */
function withFault(error: Error): Context {
  const fail = () => {
    throw error;
  };
  return { ...context, db: context.db.withPlugin({ transformQuery: fail, transformResult: fail }) };
}

const AWAY = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
const crlf = (fields: Iterable<[string, string]>) =>
  [...fields].map(([name, value]) => [name, value.replace(/\r?\n/g, "\r\n")] as [string, string]).sort();

test("a draw is made as soon as the database answers", async () => {
  const fields = filled(formTo(await visitor.home(), "/draws/confirm"), { ...BOOKS, listed: "on", draw: "now" });
  const page = pageOf(await siteOf(withFault(AWAY)).submit("/draws", fields), 503);
  expect(textOf(page)).toContain("The database does not answer");
  expect(textOf(page)).toContain("Your input is not lost.");
  const again = fieldsOf(formTo(page, "/draws"));
  expect(crlf(again)).toEqual(crlf(fields));
  pageOf(await site.submit("/draws", again), 201);
});

test("so is a saved list", async () => {
  const draw = await visitor.later();
  const path = `/draws/${draw.id}/manage`;
  const sent = { key: draw.key, action: "entries", entries: "Ada\r\nGrace\r\nRadia" };
  const page = pageOf(await siteOf(withFault(AWAY)).submit(path, sent), 503);
  const again = fieldsOf(formTo(page, path));
  expect(Object.fromEntries(again)).toEqual(sent);
  pageOf(await site.submit(path, again));
  expect((await site.get(`/api/draws/${draw.id}/entries`)).json.count).toBe(3);
});

test("an internal error keeps the input too, and reveals nothing", async () => {
  const fields = filled(formTo(await visitor.home(), "/draws/confirm"), { ...BOOKS, draw: "now" });
  for (const fault of [
    withFault(new Error("a bug with Ada")),
    withRules(context, { check: () => Promise.reject(new Error("a bug with Ada")) }),
  ]) {
    const page = pageOf(await siteOf(fault).submit("/draws", fields), 500);
    expect(textOf(page)).not.toContain("a bug");
    expect(crlf(fieldsOf(formTo(page, "/draws")))).toEqual(crlf(fields));
  }
});
