import { about, logger, logLevel, type Serving, Settings, serve } from "@fairhat/service";
import { rulesApp } from "./app.ts";

/** Starts the service with settings from `environment`: PORT, HOST, LOG_LEVEL, FAIRHAT_REVISION. Throws BadSettings. */
export async function startRules(environment: Record<string, string | undefined>): Promise<Serving> {
  const settings = new Settings(environment);
  const port = settings.port("PORT", 3003);
  const hostname = settings.text("HOST", "0.0.0.0");
  const level = logLevel(settings);
  const who = about("rules", settings);
  settings.check();
  const log = logger(who.service, level);
  return serve({ app: rulesApp({ about: who, log }), log, hostname, port, close: async () => {} });
}
