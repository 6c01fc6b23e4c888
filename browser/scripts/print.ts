/** Adds print buttons; the page prints as a certificate. */
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
