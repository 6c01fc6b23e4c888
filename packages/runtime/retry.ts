import { isUnavailable } from "./database.ts";
import { messageOf } from "./errors.ts";
import type { Log } from "./log.ts";
import { BadSettings } from "./settings.ts";

const FIRST_PAUSE = 250; // milliseconds
const LONGEST_PAUSE = 5_000;
// SQLSTATE: wrong name or password, no such database, no right to connect.
const TURNED_AWAY = /^(28...|3D000|42501)$/;

/**
 * The result of `work`, retried with growing pauses while the database is unavailable. Throws BadSettings if the
 * database rejects us, and any other error unchanged.
 */
export async function retryUntilAvailable<T>(
  log: Pick<Log, "warn">,
  work: () => Promise<T>,
  wait: (milliseconds: number) => Promise<void> = Bun.sleep,
): Promise<T> {
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      return await work();
    } catch (error) {
      if (!isUnavailable(error)) throw plainly(error as Error);
      log.warn({ why: messageOf(error), pause }, "the database does not answer yet; trying again");
      await wait(pause);
    }
  }
}

function plainly(error: Error & { code?: unknown }): Error {
  if (!TURNED_AWAY.test(String(error.code))) return error;
  return new BadSettings([`DATABASE_URL_FILE names a database that turns us away: ${error.message}`]);
}
