/** Offers the device's share sheet, if there is one. */
export function offerShare(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>("[data-share]")) {
    const { title = "", url = "" } = button.dataset;
    button.hidden = !("share" in navigator);
    button.addEventListener("click", () => {
      // Closing the sheet is not an error.
      navigator.share({ title, url }).catch(() => {});
    });
  }
}
