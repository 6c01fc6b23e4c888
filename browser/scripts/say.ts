// What is said to those who listen to the page instead of looking at it.

// It must be there before something is said in it.
const region = document.createElement("p");
region.className = "unseen";
region.setAttribute("role", "status");
document.querySelector("main")?.append(region);

const MOMENT = 100; // milliseconds

let texts: string[] = [];

/** Says a text when the screen reader has finished what it says now; what comes in the same moment, together. */
export function say(text: string): void {
  texts.push(text);
  if (texts.length > 1) return;
  region.textContent = ""; // the same text as before is news, too
  setTimeout(() => {
    region.textContent = texts.join(" ");
    texts = [];
  }, MOMENT);
}
