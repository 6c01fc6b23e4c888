// The manage link carries its key behind the #, which browsers keep to themselves. Put it where the form sends it.
import { offerCopies } from "./copy.ts";
import { forgetDraft } from "./drafts.ts";

function openWithKey(): void {
  const key = document.querySelector<HTMLInputElement>("[data-key]");
  if (!key || location.hash.length < 2) return;
  key.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
  key.form?.querySelector("button")?.click();
}

openWithKey();
// The link was opened in a window that shows this page already.
addEventListener("hashchange", openWithKey);

offerCopies(document);

// The draw is made: what it was made from need not be kept.
const made = document.querySelector<HTMLElement>("[data-made]");
if (made) forgetDraft(made.dataset.made ?? "");
