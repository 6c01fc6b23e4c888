// The manage link carries its key behind the #, which browsers keep to themselves. Put it where the form sends it.
import { offerCopies } from "./copy.ts";
import { forgetDraft, forgetMadeDraft } from "./drafts.ts";
import { element } from "./element.ts";
import { offerReceipts } from "./handing.ts";
import { followKey } from "./keys.ts";
import { manage } from "./page.ts";
import { localTime, showLocalTimes } from "./times.ts";

function openWithKey(): void {
  const key = document.querySelector<HTMLInputElement>("[data-key]");
  if (!key || location.hash.length < 2) return;
  key.value = location.hash.slice(1);
  keepInAddress(key.value);
  forgetMadeDraft();
  // A key that was refused is not sent again by itself.
  if (!document.querySelector(".problems")) key.form?.querySelector("button")?.click();
}

/** Keeps the key in the fragment from page to page, so that a bookmark of any of them opens the draw. */
function keepInAddress(key: string): void {
  for (const form of document.querySelectorAll('form[action$="/manage"]'))
    form.setAttribute("action", `${location.pathname}#${key}`); // `form.action` is the button of that name
}

const opened = document.querySelector<HTMLInputElement>('[name="key"]:not([data-key])');
if (opened) {
  // Another key than that of the address took its place just now.
  if (location.hash !== `#${opened.value}`) history.replaceState(null, "", `#${opened.value}`);
  followKey(location.pathname.split("/")[2] ?? "", opened.value);
  keepInAddress(opened.value);
}

openWithKey();
// The link was opened in a window that shows this page already.
addEventListener("hashchange", openWithKey);

const handing = document.querySelector<HTMLElement>(".handing");
if (handing) offerReceipts(handing);

offerCopies(document);
showLocalTimes(document);

/** Tells under a field for a time in UTC what that is for the visitor, where their zone is another one then. */
function tellLocalTime(field: HTMLInputElement): void {
  const told = element("small", {});
  field.after(told);
  const tell = () => {
    const time = new Date(field.valueAsNumber);
    const same = Number.isNaN(time.valueOf()) || time.getTimezoneOffset() === 0;
    told.textContent = same ? "" : manage.draw.local(localTime(time.toISOString()));
  };
  field.addEventListener("input", tell);
  tell();
}

const drawAfter = document.querySelector<HTMLInputElement>("#drawAfter");
if (drawAfter) tellLocalTime(drawAfter);

const tooSoon = document.querySelector<HTMLElement>("[data-left]");
if (tooSoon) setTimeout(() => tooSoon.remove(), Number(tooSoon.dataset.left));

// The draw is made: what it was made from need not be kept.
const made = document.querySelector<HTMLElement>("[data-made]");
if (made) forgetDraft(made.dataset.made ?? "");
