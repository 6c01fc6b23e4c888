import { expect, test } from "bun:test";
import { readDocuments } from "./documents.ts";
import { makePictures } from "./pictures.ts";

const made = await makePictures();
const documents = readDocuments(made);

test.each(documents)("$name shows the code as it is; otherwise: npm run docs", ({ text, made }) => {
  expect(text).toBe(made);
});

test("everything that is made is shown", () => {
  const shown = documents.map(({ text }) => text).join("\n");
  for (const name of made.keys()) expect(shown).toContain(`<!-- made by npm run docs: ${name} -->`);
});
