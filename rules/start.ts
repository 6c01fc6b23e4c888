import {
  about,
  listenOptions,
  logger,
  logLevel,
  processMetrics,
  type Serving,
  Settings,
  serve,
} from "@fairhat/runtime";
import { rulesApp } from "./app.ts";

/** Starts the service with settings from `environment`: those of `listenOptions`, LOG_LEVEL, FAIRHAT_REVISION. Throws BadSettings. */
export async function startRules(environment: Record<string, string | undefined>): Promise<Serving> {
  const settings = new Settings(environment);
  const where = listenOptions(settings, 3003);
  const level = logLevel(settings);
  const who = about("rules", settings);
  settings.check();
  const log = logger(who.service, level);
  const metrics = processMetrics();
  return serve({ ...where, app: rulesApp({ about: who, log, metrics }), log, metrics, close: async () => {} });
}
