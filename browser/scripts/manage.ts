// The manage link carries its key behind the #, which browsers keep to themselves. Put it where the form sends it.
import { offerCopies } from "./copy.ts";

const key = document.querySelector<HTMLInputElement>("[data-key]");
if (key && location.hash.length > 1) {
  key.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
  key.form?.querySelector("button")?.click();
}

offerCopies(document);
