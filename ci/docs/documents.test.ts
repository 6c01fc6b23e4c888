import { expect, test } from "bun:test";
import { readDocuments } from "./documents.ts";
import { makePictures } from "./pictures.ts";

test.each(readDocuments(await makePictures()))(
  "$name matches the code; otherwise run npm run docs",
  ({ text, made }) => {
    expect(text).toBe(made);
  },
);
