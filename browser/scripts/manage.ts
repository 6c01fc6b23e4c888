// The manage link has its key in the fragment, which browsers do not send. Puts it into the form.
import { offerCopies } from "./copy.ts";
import { forgetDraft, forgetMadeDraft } from "./drafts.ts";
import { helpWithEdit } from "./edit.ts";
import { offerReceipts } from "./handing.ts";
import { followKey } from "./keys.ts";
import { followProblems, guardConnection } from "./problems.ts";
import { showLocalTimes } from "./times.ts";
import { sendZone } from "./zone.ts";

function openWithKey(): void {
  const key = document.querySelector<HTMLInputElement>("[data-key]");
  if (!key || location.hash.length < 2) return;
  key.value = location.hash.slice(1);
  keepInAddress(key.value);
  forgetMadeDraft();
  // A refused key is not submitted automatically again.
  if (!document.querySelector(".problems")) key.form?.querySelector("button")?.click();
}

/** Keeps the key in the fragment across pages, so that a bookmark of any of them opens the draw. */
function keepInAddress(key: string): void {
  for (const form of document.querySelectorAll('form[action$="/manage"]'))
    form.setAttribute("action", `${location.pathname}#${key}`); // `form.action` is the button of that name
}

const opened = document.querySelector<HTMLInputElement>('[name="key"]:not([data-key])');
if (opened) {
  // The key was replaced; the address still has the old one.
  if (location.hash !== `#${opened.value}`) history.replaceState(null, "", `#${opened.value}`);
  followKey(location.pathname.split("/")[2] ?? "", opened.value);
  keepInAddress(opened.value);
}

openWithKey();
// The link was opened in a window that already shows this page.
addEventListener("hashchange", openWithKey);

const edited = document.querySelector<HTMLFormElement>("form[data-edit]");
if (edited) helpWithEdit(edited);

const handing = document.querySelector<HTMLElement>(".handing");
if (handing) offerReceipts(handing);

followProblems();
guardConnection();
offerCopies(document);
showLocalTimes(document);

const drawAfter = document.querySelector<HTMLInputElement>("#drawAfter");
if (drawAfter?.form) sendZone(drawAfter.form);

const tooSoon = document.querySelector<HTMLElement>("[data-left]");
if (tooSoon) setTimeout(() => tooSoon.remove(), Number(tooSoon.dataset.left));

// The draw is made, so its draft can go.
const made = document.querySelector<HTMLElement>("[data-made]");
if (made) forgetDraft(made.dataset.made ?? "");
