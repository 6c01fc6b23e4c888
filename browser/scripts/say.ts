// What is said to those who listen to the page instead of looking at it.

// It must be there before something is said in it.
const region = document.createElement("p");
region.className = "unseen";
region.setAttribute("role", "status");
document.querySelector("main")?.append(region);

/** Says a text when the screen reader has finished what it says now. */
export function say(text: string): void {
  region.textContent = text;
}
