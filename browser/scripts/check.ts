// The check button of a draw's page. Loads the check when pressed.
import { query } from "./element.ts";

/** The section of a running check, which survives updates of the page's content. */
let begun: HTMLElement | null = null;

export function offerCheck(root: ParentNode): void {
  const section = root.querySelector<HTMLElement>("[data-record]");
  if (!section) return;
  if (begun && begun.dataset.record === section.dataset.record) {
    section.replaceWith(begun);
    return;
  }
  const button = query(section, ".begin");
  button.hidden = false;
  button.addEventListener("click", () => {
    begun = section;
    begin(section, button);
  });
}

async function begin(section: HTMLElement, button: HTMLElement): Promise<void> {
  const { script = "", again = "", broken = "" } = section.dataset;
  try {
    const { checkDraw } = (await import(script)) as typeof import("./checking.ts");
    button.textContent = again;
    await checkDraw(section);
  } catch {
    query(section, ".verdict").textContent = broken;
  }
}
