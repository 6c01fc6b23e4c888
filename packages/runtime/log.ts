// Structured logs: one JSON object per line on standard output, with the request id that connects the services' lines.
import { AsyncLocalStorage } from "node:async_hooks";
import { pino } from "pino";
import type { Settings } from "./settings.ts";

export type Log = pino.Logger;

const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** The setting LOG_LEVEL. */
export function logLevel(settings: Settings): string {
  return settings.oneOf("LOG_LEVEL", LEVELS, "info");
}

/** Level from `level` (pino's names; "silent" for tests). Never pass keys, tokens or labels. */
export function logger(service: string, level = "info"): Log {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => ({ request: requestId() }),
    serializers: { err: withoutValues },
  });
}

// Database drivers attach a statement's values, such as people's labels, to their errors. They are not logged.
function withoutValues(error: Error & { code?: unknown }) {
  return { type: error.name, code: error.code, message: error.message, stack: error.stack };
}

const current = new AsyncLocalStorage<string>();

/** The id of the current request; undefined outside of one. */
export function requestId(): string | undefined {
  return current.getStore();
}

/** Sets the request id for everything started from here on in this request. */
export function enterRequest(id: string): void {
  current.enterWith(id);
}
