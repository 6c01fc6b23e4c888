// Whether the page still hears of its draw, for everybody to see. Nothing is said while all is well.
import { live } from "./page.ts";

const FOR_A_WHILE = 4_000; // milliseconds

const notice = document.createElement("p");
notice.className = "connection";
notice.setAttribute("role", "status");
document.querySelector("main")?.append(notice);
let lost = false;

export function showLost(): void {
  if (lost) return;
  lost = true;
  const refresh = document.createElement("a");
  refresh.href = location.href;
  refresh.textContent = live.refresh;
  notice.replaceChildren(live.lost, " ", refresh);
}

export function showBack(): void {
  if (!lost) return;
  lost = false;
  notice.replaceChildren(live.back);
  setTimeout(() => lost || notice.replaceChildren(), FOR_A_WHILE);
}
