// Structured logs, one JSON object a line on standard output, and the request id that ties the services' lines together.
import { AsyncLocalStorage } from "node:async_hooks";
import { pino } from "pino";
import type { Settings } from "./settings.ts";

export type Log = pino.Logger;

const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** The setting LOG_LEVEL. */
export function logLevel(settings: Settings): string {
  return settings.oneOf("LOG_LEVEL", LEVELS, "info");
}

/** Level from `level` (pino's names; "silent" for tests). Nothing secret is ever handed to it: keys, tokens and labels stay out. */
export function logger(service: string, level = "info"): Log {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => ({ request: requestId() }),
    serializers: { err: discreet },
  });
}

// Database drivers hang the values of a statement on their errors, labels of people among them. They stay out.
function discreet(error: Error & { code?: unknown }) {
  return { type: error.name, code: error.code, message: error.message, stack: error.stack };
}

const current = new AsyncLocalStorage<string>();

/** The id of the request that is being answered, or undefined outside of one. */
export function requestId(): string | undefined {
  return current.getStore();
}

/** Makes `id` the request id of everything that is started from here on in this request. */
export function enterRequest(id: string): void {
  current.enterWith(id);
}
