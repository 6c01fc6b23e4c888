// An embedded Fairhat that kills itself before or after its n-th statement once triggered.
import { startEmbedded } from "@fairhat/embedded";
import { intercepted } from "@fairhat/runtime/testing/intercepted";
import { Kysely, PGliteDialect } from "kysely";

let left = Number.POSITIVE_INFINITY;
process.on("message", (edges: number) => {
  left = edges;
});

function edge(): void {
  left -= 1;
  if (left === 0) process.kill(process.pid, "SIGKILL");
}

const serving = await startEmbedded(process.env, (pglite) => {
  const deadly = intercepted(pglite, async (run) => {
    edge();
    const answer = await run();
    edge();
    return answer;
  });
  return new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: deadly }) });
});
process.send?.(serving.url);
