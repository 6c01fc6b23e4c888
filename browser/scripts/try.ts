// The sample on the first page. Its script is loaded on demand.
import { query } from "./element.ts";

export function offerTryout(root: ParentNode): void {
  const section = root.querySelector<HTMLElement>("[data-tryout]");
  if (!section) return;
  const button = query<HTMLButtonElement>(section, "button");
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const { startTryout } = (await import(section.dataset.tryout ?? "")) as typeof import("./tryout.ts");
      startTryout(section);
    } catch {
      button.disabled = false;
      query(section, "[role=status]").textContent = section.dataset.failed ?? "";
    }
  });
  section.hidden = false;
}
