import { describe, expect, test } from "bun:test";
import { HttpRefusal, type Intake } from "@fairhat/runtime";
import { newList } from "../draws/entries.ts";
import { makeRequest } from "../draws/requests.ts";
import { listIntake, readListRequest } from "./intake.ts";
import { LongForm, LongText, textIn, withText } from "./long-text.ts";
import { readTyped } from "./typed.ts";

const JSON_TYPE = "application/json";
const FORM_TYPE = "application/x-www-form-urlencoded";
const LONG = 20_000; // entries, more than are read at once
const labels = (count: number) => Array.from({ length: count }, (_, at) => `Zo\u00eb ${at}`);
const draw = { title: "T", rule: "order/1", params: {}, draw: "later" };

function intakeOf(mediaType: string, route = "/api/draws"): Intake {
  const intake = listIntake({ method: "POST", route, mediaType });
  if (!intake) throw new Error("no list is taken there");
  return intake;
}

/** The result for a text that arrives in pieces of `size` bytes. */
async function taken(intake: Intake, text: string, size: number): Promise<unknown> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) await intake.take(bytes.slice(at, at + size));
  return intake.end();
}

async function refusalOf(promise: Promise<unknown>): Promise<string | null> {
  try {
    await promise;
    return null;
  } catch (error) {
    if (!(error instanceof HttpRefusal)) throw error;
    return `${error.status} ${error.refusal.field?.at ?? error.refusal.reason}`;
  }
}

describe("a body with a list", () => {
  test.each([
    [3, 7],
    [LONG, 65_536],
    [LONG, 10_007],
  ])("of %d entries gives the same list, in pieces of %d bytes", async (count, size) => {
    const text = JSON.stringify({ ...draw, entries: labels(count), listed: true });
    const { request, list } = readListRequest(makeRequest, await taken(intakeOf(JSON_TYPE), text, size));
    expect(request).toMatchObject({ ...draw, listed: true });
    expect(list).toEqual(newList(labels(count).map((label) => ({ label }))));
  });

  test.each([3, LONG])("of %d entries names the invalid one", async (count) => {
    const text = JSON.stringify({ ...draw, entries: [...labels(count), 17] });
    const body = await taken(intakeOf(JSON_TYPE), text, 30_000);
    const read = async () => readListRequest(makeRequest, body);
    expect(await refusalOf(read())).toBe(`422 entries[${count}]`);
  });

  test("is refused while it is received, and is then dropped", async () => {
    const intake = intakeOf(JSON_TYPE);
    expect(await refusalOf(taken(intake, "[".repeat(100_000), 70_000))).toBe("400 too_deep");
    intake.drop?.();
    intake.drop?.();
  });

  test("that has none has an empty one", () => {
    expect(readListRequest(makeRequest, draw).list).toEqual(newList([]));
  });
});

test("no list is read on other routes, and none in another media type", () => {
  expect(listIntake({ method: "POST", route: "/api/rules/check", mediaType: JSON_TYPE })).toBeNull();
  expect(listIntake({ method: "POST", route: "/api/draws", mediaType: FORM_TYPE })).toBeNull();
  expect(listIntake({ method: "POST", route: "/draws", mediaType: JSON_TYPE })).toBeNull();
});

describe("a form with a list", () => {
  const formOf = (count: number) =>
    new URLSearchParams({ title: "T", entries: labels(count).join("\r\n"), rule: "order/1" }).toString();

  test("that is short has its text", async () => {
    const form = (await taken(intakeOf(FORM_TYPE, "/draws"), formOf(3), 10)) as URLSearchParams;
    expect(textIn(form, "entries")).toBe(labels(3).join("\r\n"));
    expect(textIn(form, "organiser")).toBeNull();
  });

  test("that is long has its text in pieces, which are read like the whole", async () => {
    const form = (await taken(intakeOf(FORM_TYPE, "/draws"), formOf(LONG), 50_001)) as URLSearchParams;
    expect([form.get("title"), form.get("rule")]).toEqual(["T", "order/1"]);
    const text = textIn(form, "entries");
    if (!(text instanceof LongText)) throw new Error("it is not long");
    expect(Buffer.concat(text.pieces).toString()).toBe(labels(LONG).join("\r\n"));
    expect(await readTyped(text, false)).toEqual(await readTyped(labels(LONG).join("\n"), false));
  });
});

test("typed lines may end in tickets, and duplicates are reported", async () => {
  const typed = await readTyped("Ada, 3\n\nGrace\nGrace\n", true);
  expect(typed.report).toMatchObject({
    entries: 3,
    blank: 1,
    repeated: { count: 1, first: [{ label: "Grace", times: 2 }] },
  });
  expect(typed.list).toEqual({
    ok: true,
    value: newList([{ label: "Ada", tickets: 3 }, { label: "Grace" }, { label: "Grace" }]),
  });
});

test("a page has a long text in place of its mark, as HTML", () => {
  const cut = [new TextEncoder().encode("Zo\u00eb <b>").slice(0, 3), new TextEncoder().encode("Zo\u00eb <b>").slice(3)];
  const form = new LongForm([["entries", ""]], "entries", new LongText(cut));
  const page = `<textarea>${form.get("entries")}</textarea>`;
  const escaped = (text: string) => text.replaceAll("<", "&lt;");
  expect([...withText(page, form.text, escaped)].join("")).toBe("<textarea>Zo\u00eb &lt;b></textarea>");
});
