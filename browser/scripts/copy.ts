import { common } from "./page.ts";

/** Gives each field that is there to be copied a button that does it. */
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
    await navigator.clipboard.writeText(field.value);
    button.textContent = copied;
  });
  field.after(button);
}
