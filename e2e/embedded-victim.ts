// The embedded Fairhat, except that it kills itself at the n-th edge (beginning or end) of a statement after it is told to.
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
