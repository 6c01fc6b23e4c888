// The command line: bun verify/main.ts FILE|URL.. [--key a=HEX] [--key b=HEX] [--lock FILE] [--passovers FILE] [--receipt FILE] [--previous FILE] [--json]
import { parseArgs } from "node:util";
import { hasPrimeOrder, own, readDocument } from "@fairhat/protocol";
import { drawOf } from "./address.ts";
import type { Evidence, Keys, Known } from "./check.ts";
import { bytesOf, isAddress } from "./source.ts";
import { type Report, verifyRecord } from "./verdict.ts";
import { exitStatus, jsonLine, lines, type Paint } from "./words.ts";

const USAGE = `usage: verify FILE|URL.. [--key a=HEX] [--key b=HEX] [--lock FILE] [--passovers FILE] [--receipt FILE] [--previous FILE] [--json]
  FILE|URL     a record or a lock, or the page of a draw; from an address only that draw is accepted
  --key        a public key of service a or b, or of core, that you know from elsewhere; repeatable
  --lock       the lock that you kept before the draw: the record must be of the same M
  --passovers  who was passed over after the draw, as core signed it
  --receipt    the receipt of an entrant of a private draw
  --previous   the record of the draw that this one follows
  --json       a line of JSON for each file
exit status: 0 holds, 1 does not hold, 2 not a record, 3 cannot decide, 4 void, 5 holds so far, 6 erased`;

const BAD_ARGUMENTS = 2;

interface Arguments {
  targets: string[];
  keys: Keys;
  coreKeys: string[];
  lock: string | null;
  passovers: string | null;
  receipt: string | null;
  previous: string | null;
  json: boolean;
}

/** Parses the command line. Throws an Error with the problem. */
export function readArguments(args: string[]): Arguments {
  const { positionals, values } = parseArgs({
    args,
    options: {
      key: { type: "string", multiple: true },
      lock: { type: "string" },
      passovers: { type: "string" },
      receipt: { type: "string" },
      previous: { type: "string" },
      json: { type: "boolean" },
    },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new Error("name a file or an address");
  const { key = [], lock = null, passovers = null, receipt = null, previous = null, json = false } = values;
  const { core, ...keys } = readKeys(key);
  return { targets: positionals, keys, coreKeys: core, lock, passovers, receipt, previous, json };
}

const KEY = /^(a|b|core)=([0-9a-f]{64})$/;

function readKeys(given: string[]) {
  const keys: Record<"a" | "b" | "core", string[]> = { a: [], b: [], core: [] };
  for (const one of given) {
    const [, side, key] = KEY.exec(one) ?? [];
    if (!side || !key) throw new Error(`--key ${one}: give a=, b= or core= and 64 lower-case hexadecimal characters`);
    if (!hasPrimeOrder(key)) throw new Error(`--key ${one}: this is no key that a service may publish`);
    own(keys, side)?.push(key);
  }
  return keys;
}

/** Verifies the files in `args`, prints the results, and returns the exit status. */
export async function main(args: string[], print: (line: string) => void, paint: Paint): Promise<number> {
  let asked: Arguments;
  let M: string | null;
  let passovers: Known["passovers"];
  let receipt: Known["receipt"];
  let previous: Known["previous"];
  try {
    asked = readArguments(args);
    M = asked.lock === null ? null : await readLock(asked.lock, asked.keys);
    passovers =
      asked.passovers === null ? null : { file: await readBytes("--passovers", asked.passovers), keys: asked.coreKeys };
    receipt = asked.receipt === null ? null : await readBytes("--receipt", asked.receipt);
    previous = asked.previous === null ? null : await readPrevious(asked.previous, asked.keys);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return BAD_ARGUMENTS;
  }
  const reports: Report[] = [];
  for (const target of asked.targets) {
    const report = await verify(target, { keys: asked.keys, M, passovers, receipt, previous });
    for (const line of asked.json ? [jsonLine(target, report)] : lines(target, report, paint)) print(line);
    reports.push(report);
  }
  return exitStatus(reports);
}

/** M of a kept lock. Throws an Error unless it holds so far. */
async function readLock(target: string, keys: Keys): Promise<string> {
  const { verdict, failed, summary } = await verify(target, { ...UNKNOWN, keys });
  if (verdict === "holds so far" && summary) return summary.M;
  throw new Error(`--lock ${target}: expected a lock that holds so far, found: ${failed?.name ?? ""} ${verdict}`);
}

const UNKNOWN = { M: null, passovers: null, receipt: null, previous: null };

/** What was published of the draw that another follows. Throws an Error unless it holds, or its list is erased. */
async function readPrevious(target: string, keys: Keys): Promise<Evidence> {
  const { verdict, failed } = await verify(target, { ...UNKNOWN, keys });
  const read = readDocument(await readBytes("--previous", target));
  if ((verdict === "holds" || verdict === "erased") && read.kind === "record") return read.record;
  throw new Error(`--previous ${target}: expected a record that holds, found: ${failed?.name ?? ""} ${verdict}`);
}

async function readBytes(option: string, target: string): Promise<Uint8Array> {
  const read = await bytesOf(target);
  if (read.ok) return read.bytes;
  throw new Error(`${option} ${target}: ${read.why}`);
}

async function verify(target: string, known: Omit<Known, "draw">): Promise<Report> {
  const read = await bytesOf(target);
  const draw = isAddress(target) && URL.canParse(target) ? drawOf(target) : null;
  const report = verifyRecord(read.ok ? read.bytes : new Uint8Array(), { ...known, draw });
  return read.ok ? report : { ...report, why: read.why };
}

const CODES = { green: 32, red: 31, yellow: 33 };

/** Colour for terminals, unless the user disabled it (no-color.org). */
export function painter(terminal: boolean, environment: Record<string, string | undefined>): Paint {
  if (!terminal || environment.NO_COLOR) return (text) => text;
  return (text, colour) => `\u001b[${CODES[colour]}m${text}\u001b[0m`;
}

const toStdout = (line: string) => process.stdout.write(`${line}\n`);
const start = () => main(process.argv.slice(2), toStdout, painter(process.stdout.isTTY, process.env));
if (import.meta.main) process.exitCode = await start();
