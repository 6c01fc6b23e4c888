export { about } from "./about.ts";
export { type Answer, answered, refused, refusedAs } from "./answer.ts";
export { type Intake, whole } from "./body.ts";
export {
  assertMigrated,
  assertNotNewer,
  compiledOnce,
  connect,
  DATABASE_IS_NEWER,
  type Database,
  databaseUrl,
  flushes,
  isUnavailable,
  migrate,
} from "./database.ts";
export { codeOf, messageOf } from "./errors.ts";
export { parseForm } from "./form.ts";
export { FormWithText } from "./form-text.ts";
export { items } from "./items.ts";
export { JsonWithList } from "./json-list.ts";
export { type ListenOptions, listenOptions, loopback } from "./listen.ts";
export { type Log, logger, logLevel, requestId } from "./log.ts";
export { Metrics, processMetrics } from "./metrics.ts";
export {
  type Field,
  fieldOf,
  HttpRefusal,
  type Phrases,
  problemBody,
  problemResponse,
  type Refusal,
  refusal,
} from "./problem.ts";
export { retryUntilAvailable } from "./retry.ts";
export { run, type Serving, serve } from "./serve.ts";
export { BadSettings, Settings } from "./settings.ts";
export { callerOf, readTokens, type Token, tokensIn } from "./tokens.ts";
export { yieldToOthers } from "./turn.ts";
export {
  type About,
  type Asked,
  type BodySchema,
  body,
  itemsBody,
  read,
  refusalOf,
  type WebOptions,
  web,
} from "./web.ts";
export { askWorker, startWorker } from "./worker.ts";
export { answerCalls, WorkerCalls } from "./worker-calls.ts";
