export { about } from "./about.ts";
export { type Answer, answered, refused } from "./answer.ts";
export {
  connect,
  type Database,
  databaseUrl,
  demandMigrated,
  flushes,
  isUnavailable,
  LATER,
  migrate,
  refuseLater,
} from "./database.ts";
export { items } from "./items.ts";
export { type Log, logger, logLevel, requestId } from "./log.ts";
export { Metrics, processMetrics } from "./metrics.ts";
export { patiently } from "./patience.ts";
export { inside, type Place, place } from "./place.ts";
export { HttpRefusal, problemBody, problemResponse, type Refusal } from "./problem.ts";
export { run, type Serving, serve } from "./serve.ts";
export { BadSettings, Settings } from "./settings.ts";
export { type About, body, read, refusalOf, type WebOptions, web } from "./web.ts";
export { askWorker, startWorker } from "./worker.ts";
