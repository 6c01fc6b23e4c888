// fairhat draw LIST: draws winners from a list in one step.
import { openSync, readFileSync, unlinkSync, writeSync } from "node:fs";
import { parseArgs } from "node:util";
import { fairhat, type MadeDraw, type NewDraw } from "@fairhat/client";
import { listIn } from "./list.ts";
import { STATUS, Stop, type World } from "./say.ts";

export async function draw(args: string[], world: World): Promise<number> {
  const asked = readArguments(args);
  const entries = listIn(asked.list, asked.keep);
  const keyFile = asked.keyFile === undefined ? null : openKeyFile(asked.keyFile);
  const made = await make(asked.site ?? world.site, asked.accessCode, {
    title: asked.title,
    rule: "winners/1",
    params: { winners: asked.winners, alternates: asked.alternates },
    entries,
    draw: "now",
  }).catch((error) => {
    if (asked.keyFile !== undefined) unlinkSync(asked.keyFile);
    throw error;
  });
  // Before printing anything: a broken pipe must not cost the key.
  if (keyFile !== null) writeSync(keyFile, `${made.manageKey}\n`);
  for (const line of linesOf(made)) world.print(line);
  if (keyFile === null) world.print(`manage key, shown once: ${made.manageKey}`);
  return STATUS.done;
}

function readArguments(args: string[]) {
  const { positionals, values } = parseArgs({
    args,
    options: {
      winners: { type: "string", default: "1" },
      alternates: { type: "string", default: "0" },
      title: { type: "string", default: "Draw" },
      site: { type: "string" },
      keep: { type: "string", multiple: true, default: [] },
      "key-file": { type: "string" },
      "code-file": { type: "string" },
    },
    allowPositionals: true,
  });
  const [list] = positionals;
  if (list === undefined || positionals.length > 1) throw new Stop(STATUS.arguments, "draw: name one file with a list");
  const { winners, alternates, "key-file": keyFile, "code-file": codeFile, ...rest } = values;
  return {
    ...rest,
    list,
    keyFile,
    accessCode: codeFile === undefined ? undefined : codeIn(codeFile),
    winners: numberIn("--winners", winners),
    alternates: numberIn("--alternates", alternates),
  };
}

function numberIn(name: string, given: string): number {
  if (/^\d{1,7}$/.test(given)) return Number(given);
  throw new Stop(STATUS.arguments, `${name}: expected a whole number, found ${JSON.stringify(given)}`);
}

/**
 * A new file that only its owner may read. Created before the draw, so that a failure cannot lose the organiser's key.
 */
function openKeyFile(path: string): number {
  try {
    return openSync(path, "wx", 0o600);
  } catch {
    throw new Stop(
      STATUS.arguments,
      `--key-file ${path}: expected a path where a new file can be made; nothing was drawn`,
    );
  }
}

function codeIn(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    throw new Stop(STATUS.arguments, `--code-file ${path}: expected a file with an access code; nothing was drawn`);
  }
}

async function make(site: string, accessCode: string | undefined, body: NewDraw): Promise<MadeDraw> {
  const header = { "Idempotency-Key": crypto.randomUUID() };
  const ask = () =>
    fairhat(site, accessCode === undefined ? {} : { accessCode }).POST("/api/draws", { params: { header }, body });
  // The draw may exist although its answer was lost. On a retry, the site returns the same draw.
  const { data, error } = await ask().catch(ask);
  if (data) return data;
  throw new Stop(STATUS.refused, error?.detail ?? `${site} did not answer as a Fairhat does`);
}

function linesOf({ url, result }: MadeDraw): string[] {
  const places = Object.entries(result ?? {}).flatMap(([kind, held]) => (Array.isArray(held) ? named(kind, held) : []));
  return [...places, `draw: ${url}`];
}

function named(kind: string, held: { label: string }[]): string[] {
  return held.map(({ label }, at) => `${kind.replace(/s$/, "")} ${at + 1}: ${label}`);
}
