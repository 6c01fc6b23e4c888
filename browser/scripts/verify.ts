// /verify: checks a file, a text or a link, and keys, on the visitor's device.
import { drawOf } from "@fairhat/verify";
import { readKeys, readPasted } from "../check/pasted.ts";
import { checking } from "./checking.ts";
import { query } from "./element.ts";
import { fileOf, pasted, recordAt, type Source } from "./fetching.ts";
import { check as all } from "./page.ts";

const words = all.page;
const form = query<HTMLFormElement>(document, "form.given");
const file = query<HTMLInputElement>(form, "#file");
const text = query<HTMLTextAreaElement>(form, "#pasted");
const problem = query(form, ".problems");
const { check, clear } = checking(query(document, "#check"));

/** Says why nothing is checked, and clears the previous result. */
function complain(why: string): void {
  clear();
  problem.textContent = why;
  problem.hidden = why === "";
}

function checkFrom(source: Source, draw: string | null = null): void {
  const read = readKeys({ a: keyField("a").value, b: keyField("b").value });
  complain("");
  for (const side of ["a", "b"] as const) markKey(side, !read.ok && read.sides.includes(side));
  if (read.ok) check({ source, keys: read.keys, draw });
  else complain(words.badKey);
}

const keyField = (side: "a" | "b") => query<HTMLInputElement>(form, `#key-${side}`);

function markKey(side: "a" | "b", bad: boolean): void {
  const field = keyField(side);
  field.setAttribute("aria-invalid", String(bad));
  query(form, `#bad-${side}`).hidden = !bad;
  if (!bad) return;
  query<HTMLDetailsElement>(form, ".keys").open = true;
  field.focus();
}

function checkGiven(): void {
  const given = readPasted(text.value, location.origin);
  switch (given.kind) {
    case "record":
      checkFrom(pasted(given.text));
      break;
    case "ours":
      checkFrom(recordAt(given.path), drawOf(location.origin + given.path));
      break;
    case "elsewhere":
      complain(words.elsewhere(given.host));
      break;
    case "neither":
      complain(words.notLink);
      break;
    case "nothing":
      checkFile(file.files?.[0]);
      break;
  }
}

function checkFile(chosen: File | undefined): void {
  if (chosen) checkFrom(fileOf(chosen));
  else complain(words.nothing);
}

form.addEventListener("input", () => complain(""));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  checkGiven();
});
file.addEventListener("change", () => {
  text.value = "";
  if (file.files?.[0]) checkFile(file.files[0]);
});
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  text.value = "";
  file.value = "";
  checkFile(event.dataTransfer?.files[0]);
});

// A draw's page links here with its address in the fragment.
if (/^#\/draws\/[0-9a-f]{32}$/.test(location.hash)) text.value = location.origin + location.hash.slice(1);
form.hidden = false;

// Only on https and localhost.
if ("serviceWorker" in navigator) {
  const kept = navigator.serviceWorker.register("/verify-offline.js", { scope: "/verify" });
  const tell = () => {
    query(document, ".offline").textContent = words.offline;
  };
  // Without storage, the page works only online.
  kept.then(() => navigator.serviceWorker.ready).then(tell, () => {});
}
