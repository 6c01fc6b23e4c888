/** Offers the device's own way to share the draw, where it has one. */
export function offerShare(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>("[data-share]")) {
    const { title = "", url = "" } = button.dataset;
    button.hidden = !("share" in navigator);
    button.addEventListener("click", () => {
      // Closing the sheet is a change of mind, not an error.
      navigator.share({ title, url }).catch(() => {});
    });
  }
}
