// Keeps a draw's page up to date. An event only says that there is something new; the page is then fetched again, so
// that lost or repeated events make no difference.
import { own } from "@fairhat/protocol";
import { pauseAfter } from "../live/pace.ts";
import { announce } from "./announce.ts";
import { showBack, showLost } from "./connection.ts";
import { live } from "./page.ts";
import { replaceDraw } from "./replacedraw.ts";

const SILENT = 40_000; // milliseconds; the server sends something every 15 seconds
const PATIENCE = 10_000;

/** Enhances a draw's new content; `revealing` if its result is new to the visitor. */
export type Enhance = (root: ParentNode, revealing: boolean) => void;

/** Follows this page's draw while it can change and the tab is visible. */
export function follow(enhance: Enhance): void {
  let latest = "";
  let reading = false;

  const line = listen((version) => {
    latest = version;
    keepUp();
  });

  // The same version is not fetched twice: an older instance's page is what there is.
  async function keepUp(): Promise<void> {
    if (reading) return;
    reading = true;
    try {
      for (let seen = ""; seen !== latest && latest !== drawOf(document).dataset.version; ) {
        seen = latest;
        await readAgain(enhance, seen);
      }
      line.hold();
      showBack();
    } catch {
      line.lose();
    } finally {
      reading = false;
    }
  }
}

/** The connection for the draw's events. */
interface Line {
  /** An event was useful: keep the connection while more can follow. */
  hold(): void;
  /** Drop the connection and reconnect after a pause. */
  lose(): void;
}

function listen(tell: (version: string) => void): Line {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  function connect(): void {
    disconnect();
    const { events } = drawOf(document).dataset;
    // A hidden tab holds no connection: browsers allow few per site.
    if (!events || document.hidden) return;
    source = new EventSource(events);
    source.addEventListener("changed", hear);
    source.addEventListener("here", hear);
    source.addEventListener("over", end);
    source.addEventListener("error", lose);
    timer = setTimeout(lose, SILENT);
  }

  function disconnect(): void {
    source?.close();
    clearTimeout(timer);
  }

  function hear({ data }: MessageEvent<string>): void {
    clearTimeout(timer);
    timer = setTimeout(lose, SILENT);
    tell(data);
  }

  // Nothing more is expected: without an address there is nothing to connect to.
  function end({ data }: MessageEvent<string>): void {
    delete drawOf(document).dataset.events;
    disconnect();
    tell(data);
  }

  function lose(): void {
    disconnect();
    if (!drawOf(document).dataset.events) return;
    failures += 1;
    // A replaced process ends its streams, and another takes over at once; that is not shown.
    if (failures > 1 || !navigator.onLine) showLost();
    timer = setTimeout(connect, pauseAfter(failures, Math.random()));
  }

  function hold(): void {
    failures = 0;
    if (!drawOf(document).dataset.events) disconnect();
  }

  document.addEventListener("visibilitychange", connect);
  addEventListener("online", connect);
  addEventListener("offline", lose);
  connect();
  return { hold, lose };
}

// The address contains the version, so an older cached page never matches, and the proxy fetches it once for all
// readers.
async function readAgain(enhance: Enhance, version: string): Promise<void> {
  const address = new URL(location.href);
  address.searchParams.set("at", version);
  const response = await fetch(address, {
    headers: { accept: "text/html" },
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!response.ok) throw new Error(`the page came with status ${response.status}`);
  const [old, now] = [drawOf(document), drawOf(new DOMParser().parseFromString(await response.text(), "text/html"))];
  const { state } = now.dataset;
  const isNew = old.dataset.state !== state;
  replaceDraw(old, now, () => enhance(now, isNew && state === "drawn"));
  // An open draw's list changes.
  if (isNew || state === "open") announce(own(live.changed, state ?? "") ?? "");
}

function drawOf(page: Document): HTMLElement {
  const draw = page.querySelector<HTMLElement>("#draw");
  if (!draw) throw new Error("there is no draw on this page");
  return draw;
}
