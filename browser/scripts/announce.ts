// Announces text to screen readers.

// A live region must exist before its text is set.
const region = document.createElement("p");
region.className = "unseen";
region.setAttribute("role", "status");
document.querySelector("main")?.append(region);

const MOMENT = 100; // milliseconds

let texts: string[] = [];

/** Announces a text after the current one; texts of the same moment are combined. */
export function announce(text: string): void {
  texts.push(text);
  if (texts.length > 1) return;
  region.textContent = ""; // repeats of the same text are announced, too
  setTimeout(() => {
    region.textContent = texts.join(" ");
    texts = [];
  }, MOMENT);
}
