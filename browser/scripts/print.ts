/** Gives each place that is there for it a button that prints the page, which is a certificate on paper. */
export function offerPrint(root: ParentNode): void {
  for (const place of root.querySelectorAll<HTMLElement>("[data-print]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = place.dataset.print ?? "";
    button.addEventListener("click", () => print());
    place.append(button);
  }
}
