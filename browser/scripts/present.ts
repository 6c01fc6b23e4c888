// The big-screen view.
import { countDown } from "./countdown.ts";
import { driveHall, fitResult, isOrganisers, offerPress } from "./hall.ts";
import { follow } from "./live.ts";
import { noteLock } from "./lock.ts";
import { live } from "./page.ts";
import { offerReveal } from "./reveal.ts";
import { showLocalTimes } from "./times.ts";

const LONG = 60; // characters
const LONG_CLOCK = 8; // 00:00:00

function dress(root: ParentNode, revealing: boolean): void {
  for (const text of root.querySelectorAll("bdi"))
    text.classList.toggle("long", (text.textContent?.length ?? 0) > LONG);
  noteLock();
  showLocalTimes(root);
  countDown(root);
  const clock = root.querySelector(".clock");
  clock?.classList.toggle("days", (clock.textContent?.length ?? 0) > LONG_CLOCK);
  const { draw = "" } = document.querySelector<HTMLElement>("#draw")?.dataset ?? {};
  offerReveal(root, { now: revealing, byHand: isOrganisers(draw) });
  offerPress(root);
  fitResult(root);
}

function offerFullScreen(before: Element): void {
  if (!document.fullscreenEnabled) return;
  const { full, notFull } = live.present;
  const button = document.createElement("button");
  button.type = "button";
  const name = () => {
    button.textContent = document.fullscreenElement ? notFull : full;
  };
  button.addEventListener("click", () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen();
  });
  document.addEventListener("fullscreenchange", name);
  name();
  before.before(button);
}

const leave = document.querySelector<HTMLAnchorElement>("a[data-leave]");
if (leave) {
  offerFullScreen(leave);
  // In full screen, the browser uses this key to leave it.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !document.fullscreenElement) leave.click();
  });
}

dress(document, false);
follow(dress);
driveHall();
addEventListener("resize", () => fitResult(document));
