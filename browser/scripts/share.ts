/** Offers the device's own way to share the draw, where it has one. */
export function offerShare(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>("[data-share]")) {
    const { title = "", url = "" } = button.dataset;
    button.hidden = !("share" in navigator);
    button.addEventListener("click", () => {
      // Whoever closes it again has changed their mind: nothing went wrong.
      navigator.share({ title, url }).catch(() => {});
    });
  }
}
