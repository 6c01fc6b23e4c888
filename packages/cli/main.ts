// The command line: fairhat draw | watch | verify.
import { painter, main as verify } from "@fairhat/verify/command";
import { draw } from "./draw.ts";
import { STATUS, Stop, type World } from "./say.ts";
import { watch } from "./watch.ts";

const USAGE = `usage: fairhat draw LIST [--winners N] [--alternates N] [--title TEXT] [--site URL] [--key-file FILE] [--code-file FILE] [--keep FINDING]
       fairhat watch URL
       fairhat verify FILE|URL.. [--key a=HEX] [--key b=HEX] [--lock FILE] [--passovers FILE] [--json]
  LIST        a text or CSV file, one entry a line; it is read as the form of the site reads it
  --site      a Fairhat; without it the variable FAIRHAT_SITE, or http://localhost:3000
  --code-file a file with the access code, for a site where only some may make draws
  --key-file  a new file for the manage key, which its owner alone may read; without it the key is printed once
  --keep      a finding in the list that is right as it is; repeatable
exit status of draw and watch: 0 drawn, 1 refused or no answer, 2 wrong arguments, 3 the list is unclear, 4 void
exit status of verify: 0 holds, 1 does not hold, 2 not a record, 3 cannot decide, 4 void, 5 holds so far, 6 erased`;

/** Runs a command and returns its exit status. */
async function main([command, ...args]: string[], world: World): Promise<number> {
  try {
    if (command === "draw") return await draw(args, world);
    if (command === "watch") return await watch(args, world);
    if (command === "verify") return await verify(args, world.print, painter(process.stdout.isTTY, process.env));
    if (command !== "help" && command !== "--help") throw new Stop(STATUS.arguments, USAGE);
    world.print(USAGE);
    return STATUS.done;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    world.complain(error.message);
    if (error instanceof Stop) return error.status;
    return "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS") ? STATUS.arguments : STATUS.refused;
  }
}

process.exitCode = await main(process.argv.slice(2), {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  site: process.env.FAIRHAT_SITE ?? "http://localhost:3000",
});
