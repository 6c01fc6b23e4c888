// Keeps the page of a draw as the draw is. An event only says that there is something to read; what is shown always comes from
// the page itself, read again, so that nothing that is missed or comes twice can make a difference.
import { pauseAfter } from "../live/pace.ts";
import { showBack, showLost } from "./connection.ts";
import { live } from "./page.ts";
import { say } from "./say.ts";
import { swap } from "./swap.ts";

const SILENT = 40_000; // milliseconds; the server is heard every 15 seconds
const PATIENCE = 10_000;

/** Makes a draw that came onto the page ready; `revealing` where its result is new to whoever looks at it. */
export type Dress = (root: ParentNode, revealing: boolean) => void;

/** Follows the draw of this page for as long as it can change and somebody looks. */
export function follow(dress: Dress): void {
  let latest = "";
  let reading = false;

  const line = listen((version) => {
    latest = version;
    keepUp();
  });

  // Twice for the same version would be in vain: where an older instance answers, its page is what there is.
  async function keepUp(): Promise<void> {
    if (reading) return;
    reading = true;
    try {
      for (let seen = ""; seen !== latest && latest !== drawOf(document).dataset.version; ) {
        seen = latest;
        await readAgain(dress, seen);
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

/** The connection over which the page hears of its draw. */
interface Line {
  /** What was heard was of use: it stays as long as there can be more to hear. */
  hold(): void;
  /** It is of no use: another one is tried after a pause. */
  lose(): void;
}

function listen(tell: (version: string) => void): Line {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  function connect(): void {
    disconnect();
    const { events } = drawOf(document).dataset;
    // A tab that nobody looks at holds no connection: a browser has few of them for one site.
    if (!events || document.hidden) return;
    source = new EventSource(events);
    source.addEventListener("changed", hear);
    source.addEventListener("here", hear);
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

  function lose(): void {
    disconnect();
    if (!drawOf(document).dataset.events) return;
    failures += 1;
    // A process that is replaced ends its streams, and another one takes over at once: no news for anybody.
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

// The version stands in the address: a page that was kept from before it is never taken for it, and a proxy asks for it once,
// however many read it at this moment.
async function readAgain(dress: Dress, version: string): Promise<void> {
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
  swap(old, now, () => dress(now, isNew && state === "drawn"));
  // Of an open draw it is the list that changes.
  if (isNew || state === "open") say(live.changed[state as keyof typeof live.changed]);
}

function drawOf(page: Document): HTMLElement {
  const draw = page.querySelector<HTMLElement>("#draw");
  if (!draw) throw new Error("there is no draw on this page");
  return draw;
}
