// Which settings each service reads from its environment, by starting it with one that watches and that it refuses.
import { startCore } from "../../core/start.ts";
import { randomA } from "../../random-a/index.ts";
import { randomB } from "../../random-b/index.ts";
import { startRules } from "../../rules/start.ts";
import { startSealing } from "../../sealing/start.ts";
import { BadSettings } from "../../service/index.ts";
import type { Compose } from "./network.ts";
import { code, table } from "./parts.ts";

type Environment = Record<string, string | undefined>;

const STARTS: Record<string, (environment: Environment) => Promise<unknown>> = {
  core: startCore,
  "random-a": (environment) => startSealing(randomA, environment),
  "random-b": (environment) => startSealing(randomB, environment),
  rules: startRules,
};

/** The names that each service asks for. */
export async function readSettings(): Promise<Map<string, string[]>> {
  const read = new Map<string, string[]>();
  for (const [service, start] of Object.entries(STARTS)) read.set(service, await settingsOf(start));
  return read;
}

// A service reads everything before it says what is wrong, and does nothing before that.
async function settingsOf(start: (environment: Environment) => Promise<unknown>): Promise<string[]> {
  const asked = new Set<string>();
  const watching = new Proxy({} as Environment, {
    get(_, name) {
      asked.add(String(name));
      return name === "PORT" ? "no port" : undefined;
    },
  });
  const refused = await start(watching).catch((error) => error);
  if (!(refused instanceof BadSettings)) throw new Error("a service started without a port");
  return [...asked].sort();
}

/** A row for each setting: who reads it, and what compose.yml gives. */
export function settingsTable(read: ReadonlyMap<string, readonly string[]>, { services }: Compose): string {
  const names = [...new Set([...read.values()].flat())].sort();
  const rows = names.map((name) => {
    const readers = [...read.keys()].filter((service) => read.get(service)?.includes(name));
    const given = new Map(readers.map((service) => [service, services[service]?.environment?.[name]]));
    return [code(name), readers.length === read.size ? "all" : readers.join(", "), told(given)];
  });
  return table(["setting", "read by", "what `compose.yml` gives"], rows);
}

function told(given: ReadonlyMap<string, string | undefined>): string {
  const values = new Set(given.values());
  const show = (value: string | undefined) => (value === undefined ? "nothing" : code(value));
  if (values.size === 1) return show([...values][0]);
  return Array.from(given, ([service, value]) => `${service}: ${show(value)}`).join(", ");
}
