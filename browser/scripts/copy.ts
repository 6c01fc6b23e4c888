import { announce } from "./announce.ts";
import { common } from "./page.ts";

const FOR_A_WHILE = 4_000; // milliseconds

/** Adds a copy button to each field that has one planned. */
export function offerCopies(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLInputElement>("[data-copy]")) offerCopy(field);
}

function offerCopy(field: HTMLInputElement): void {
  const { copy, copied } = common;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = copy;
  button.addEventListener("click", async () => {
    if (!(await isCopied(field.value))) return field.select();
    button.textContent = copied;
    announce(copied);
    setTimeout(() => button.replaceChildren(copy), FOR_A_WHILE);
  });
  field.after(button);
}

// Browsers allow the clipboard only on https, and may ask their user first.
async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
