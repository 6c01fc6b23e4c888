import { expect, test } from "bun:test";
import { LANGUAGES } from "@fairhat/messages";
import { rulesApp } from "@fairhat/rules";
import { check, complete } from "@fairhat/rules/catalogue";
import { logger } from "@fairhat/runtime";
import type { PublishedRule } from "../clients/rules.ts";
import { formRule, presetForm, typedParams } from "./form.ts";
import { NUMBERS_PRESETS } from "./numbers-presets.ts";

test("every preset fills the form with a valid draw, and has a name", async () => {
  const app = rulesApp({ about: { service: "rules", revision: "test", version: "1" }, log: logger("rules", "silent") });
  const { rules } = (await (await app.handle(new Request("http://localhost/rules"))).json()) as {
    rules: PublishedRule[];
  };
  const forms = rules.map((rule) => formRule("en", rule));
  const drawn = Object.entries(NUMBERS_PRESETS).flatMap(([name, presets]) =>
    presets.map(([preset, link]) => {
      const form = presetForm(forms, Object.fromEntries(new URL(link, "http://localhost").searchParams));
      expect(form.rule).toBe(name);
      const rule = forms.find((one) => one.name === name);
      const checked = check(name, complete(name, rule ? typedParams(form, rule) : {}), { count: 0, tickets: 0 });
      expect(checked).toMatchObject({ ok: true });
      for (const { places } of Object.values(LANGUAGES)) expect(places.rules.presets[preset]).not.toBe("");
      return checked.ok ? [preset, checked.params] : [];
    }),
  );
  expect(drawn).toContainEqual(["d20", { from: 1, to: 20, count: 1, repeat: true }]);
  expect(drawn).toContainEqual(["bonus", { from: 1, to: 49, count: 7, repeat: false }]);
});
