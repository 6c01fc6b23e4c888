// The command line: bun verify/main.ts FILE|URL.. [--key a=HEX] [--key b=HEX] [--json]
import { parseArgs } from "node:util";
import type { Keys } from "./checks.ts";
import { bytesOf } from "./source.ts";
import { type Report, verifyRecord } from "./verdict.ts";
import { exitStatus, jsonLine, lines, type Paint } from "./words.ts";

const USAGE = `usage: verify FILE|URL.. [--key a=HEX] [--key b=HEX] [--json]
  FILE|URL   a record, or the page of a draw
  --key      a public key of service a or b that you know from elsewhere; repeatable
  --json     a line of JSON for each file
exit status: 0 holds, 1 does not hold, 2 not a record, 3 cannot decide, 4 void`;

const BAD_ARGUMENTS = 2;

interface Arguments {
  targets: string[];
  keys: Keys;
  json: boolean;
}

/** What the command line asks for. Throws an Error that says what is wrong with it. */
export function readArguments(args: string[]): Arguments {
  const { positionals, values } = parseArgs({
    args,
    options: { key: { type: "string", multiple: true }, json: { type: "boolean" } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new Error("name a file or an address");
  return { targets: positionals, keys: readKeys(values.key ?? []), json: values.json ?? false };
}

const KEY = /^([ab])=([0-9a-f]{64})$/;

function readKeys(given: string[]): Keys {
  const keys = { a: [] as string[], b: [] as string[] };
  for (const one of given) {
    const [, side, key] = KEY.exec(one) ?? [];
    if (!side || !key) throw new Error(`--key ${one}: give a= or b= and 64 lower-case hexadecimal characters`);
    keys[side as keyof typeof keys].push(key);
  }
  return keys;
}

/** Verifies what `args` name, hands `print` the lines, and answers the exit status. */
export async function main(args: string[], print: (line: string) => void, paint: Paint): Promise<number> {
  let asked: Arguments;
  try {
    asked = readArguments(args);
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    return BAD_ARGUMENTS;
  }
  const reports: Report[] = [];
  for (const target of asked.targets) {
    const report = await verify(target, asked.keys);
    for (const line of asked.json ? [jsonLine(target, report)] : lines(target, report, paint)) print(line);
    reports.push(report);
  }
  return exitStatus(reports);
}

async function verify(target: string, keys: Keys): Promise<Report> {
  const read = await bytesOf(target);
  const report = verifyRecord(read.ok ? read.bytes : new Uint8Array(), { keys });
  return read.ok ? report : { ...report, why: read.why };
}

const CODES = { green: 32, red: 31, yellow: 33 };

/** Colour for terminals of people who did not say no (no-color.org). */
export function painter(terminal: boolean, environment: Record<string, string | undefined>): Paint {
  if (!terminal || environment.NO_COLOR) return (text) => text;
  return (text, colour) => `\u001b[${CODES[colour]}m${text}\u001b[0m`;
}

const toStdout = (line: string) => process.stdout.write(`${line}\n`);
const start = () => main(process.argv.slice(2), toStdout, painter(process.stdout.isTTY, process.env));
if (import.meta.main) process.exitCode = await start();
