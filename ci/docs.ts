// npm run docs: regenerates the parts of the documents that are made from code.
// npm run docs -- --check   changes nothing; fails with the names of outdated documents
import { writeFileSync } from "node:fs";
import { readDocuments } from "./docs/documents.ts";
import { makePictures } from "./docs/pictures.ts";

const check = process.argv.includes("--check");
const differ = readDocuments(await makePictures()).filter(({ text, made }) => text !== made);
for (const { name, path, made } of differ) {
  if (!check) writeFileSync(path, made);
  console.error(check ? `${name} differs from the code: npm run docs` : `${name}: made anew`);
}
process.exit(check && differ.length > 0 ? 1 : 0);
