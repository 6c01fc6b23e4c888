// Shows a lost connection to the draw's updates. Shows nothing while connected.

import { announce } from "./announce.ts";
import { live } from "./page.ts";

const FOR_A_WHILE = 4_000; // milliseconds

const notice = document.createElement("p");
notice.className = "connection";
document.querySelector("main")?.append(notice);
let lost = false;

export function showLost(): void {
  showLive(false);
  if (lost) return;
  lost = true;
  const refresh = document.createElement("a");
  refresh.href = location.href;
  refresh.textContent = live.refresh;
  notice.replaceChildren(live.lost, " ", refresh);
  announce(live.lost);
}

export function showBack(): void {
  showLive(true);
  if (!lost) return;
  lost = false;
  notice.replaceChildren(live.back);
  announce(live.back);
  setTimeout(() => lost || notice.replaceChildren(), FOR_A_WHILE);
}

// The note about automatic updates is shown only while it is true.
function showLive(live: boolean): void {
  document.querySelector("[data-live]")?.toggleAttribute("hidden", !live);
}
