// The embedded Fairhat, except that it kills itself at the n-th edge (beginning or end) of a statement after it is told to.
import { startEmbedded } from "@fairhat/embedded";
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
  const deadly = new Proxy(pglite, {
    get(target, name) {
      const member = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      if (name !== "query") return member.bind(target);
      return async (...statement: unknown[]) => {
        edge();
        const answer = await member.apply(target, statement);
        edge();
        return answer;
      };
    },
  });
  return new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: deadly }) });
});
process.send?.(serving.url);
