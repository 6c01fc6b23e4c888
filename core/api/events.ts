// Tells watchers of a draw when to read it again. Events have no content, so that lost or repeated ones make no
// difference.
import { type HttpRefusal, refusal } from "@fairhat/runtime";
import { Elysia } from "elysia";
import type { Context } from "../draws/context.ts";
import { type DrawStatus, drawStatuses, isFinal, versionOf } from "../draws/draw-status.ts";
import { type Watched, watchedDraws } from "../draws/watching.ts";
import { publicDraw } from "../http.ts";
import { described } from "./openapi.ts";

const MOST_STREAMS = 5_000; // in this process
const QUIET = 15_000; // milliseconds without an event until a heartbeat
const AGAIN = 3_000; // milliseconds until a program reconnects; pages use randomised pauses

const HEADERS = {
  "content-type": "text/event-stream",
  "cache-control": "no-store",
  "x-accel-buffering": "no", // NGINX would buffer events
};

/** The events of a draw: server-sent events, HTML Living Standard, section 9.2. */
export function live(context: Context, most = MOST_STREAMS) {
  const watched = watchedDraws(context);
  return new Elysia({ prefix: "/api/draws", tags: ["draws"] }).get(
    "/:id/events",
    async ({ params, request }) => {
      const { id } = await publicDraw(context, params.id);
      const status = (await drawStatuses(context.db, [id])).get(id);
      if (knowsAll(request, status, context.clock())) return new Response(null, { status: 204 });
      if (watched.count >= most || context.closing.aborted) throw full();
      return new Response(eventsOf(context, watched, id, status), { headers: HEADERS });
    },
    described({
      summary:
        "Events that say when to read a draw again: `changed` with a version of it, `here` when nothing changed for long, `over` when nothing more is expected",
      answer: { text: "text/event-stream" },
    }),
  );
}

// The only answer after which a browser does not reconnect: it has the last event.
function knowsAll({ headers }: Request, status: DrawStatus | undefined, now: number): boolean {
  return status !== undefined && isFinal(status, now) && headers.get("last-event-id") === versionOf(status);
}

function full(): HttpRefusal {
  return refusal("too_many_watch");
}

function eventsOf(
  { clock, closing, counts }: Context,
  watched: Watched,
  id: string,
  first: DrawStatus | undefined,
): ReadableStream<Uint8Array> {
  const utf8 = new TextEncoder();
  let leave = () => {};
  return new ReadableStream({
    start(controller) {
      let version = "";
      let sentAt = 0;
      const send = (event: string) => {
        sentAt = clock();
        controller.enqueue(utf8.encode(event));
      };
      const end = () => {
        leave();
        controller.close();
      };
      const tell = (status: DrawStatus | undefined) => {
        const now = status ? versionOf(status) : version;
        const isOver = status !== undefined && isFinal(status, clock());
        if (now === version && clock() - sentAt < QUIET && !isOver) return;
        send(event(now === version ? "here" : "changed", now));
        version = now;
        if (isOver) {
          send(event("over", now));
          end();
        }
      };
      const unwatch = watched.watch(id, tell);
      counts.streams(1);
      closing.addEventListener("abort", end);
      leave = () => {
        leave = () => {}; // a stream that has ended can still be cancelled
        counts.streams(-1);
        unwatch();
        closing.removeEventListener("abort", end);
      };
      send(`retry: ${AGAIN}\n`);
      tell(first);
    },
    cancel: () => leave(),
  });
}

function event(name: string, version: string): string {
  return `event: ${name}\nid: ${version}\ndata: ${version}\n\n`;
}
