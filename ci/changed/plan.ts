// Plans a deployment from what each service runs, so that changes of a failed build are not forgotten.
import { definitionsOf } from "./compose.ts";
import type { History } from "./history.ts";
import { IMAGES, type ImageName, type Inputs } from "./inputs.ts";

/** The parts of a deployment: our images, and the database. */
const SERVICES = [...IMAGES, "postgres"] as const;
type Service = (typeof SERVICES)[number];
/** These do not run with a revision of ours; the site's last deployment recorded it. */
const NOTED: ReadonlySet<Service> = new Set(["migrations", "postgres"]);

export interface Step {
  service: Service;
  /**
   * build: the image's contents or its definition in compose.yml changed; the image tag is the revision that the next
   * plan starts from. define: the definition of the database changed, whose image is not ours. keep: unchanged.
   */
  action: "build" | "define" | "keep";
  reason: string;
}

/** Each service's running revision, from lines such as `core 1ce76e0…`; `-` if it is not running. */
export function readRunning(text: string): Map<Service, string> {
  const running = new Map<Service, string>();
  for (const line of text.split("\n").filter((line) => line.trim() !== "")) {
    const [service = "", revision = "-"] = line.trim().split(/\s+/);
    const known = SERVICES.find((one) => one === service);
    if (!known) throw new Error(`${service} is no service of ours: ${SERVICES.join(", ")}`);
    const other = running.get(known) ?? revision;
    running.set(known, other === revision ? revision : `${other} and ${revision}`);
  }
  return running;
}

/** The steps that bring every service to the checkout, whose images are made of `inputs`. */
export function planOf(
  history: History,
  running: ReadonlyMap<Service, string>,
  inputs: Record<ImageName, Inputs>,
): Step[] {
  const target = history.commit("HEAD") ?? "";
  return SERVICES.map((service) => {
    const runs = running.get(service) ?? "-";
    const made = service === "postgres" ? [] : inputs[service];
    const reason = reasonOf(history, { service, runs, target, made });
    if (reason === null) return { service, action: "keep", reason: `nothing of it changed since ${runs.slice(0, 12)}` };
    return { service, action: service === "postgres" ? "define" : "build", reason };
  });
}

interface Question {
  service: Service;
  /** The running revision, or `-`. */
  runs: string;
  target: string;
  made: Inputs;
}

function reasonOf(history: History, { service, runs, target, made }: Question): string | null {
  if (runs === "-") return NOTED.has(service) ? "nothing says what it was last" : "it does not run yet";
  const from = history.commit(runs);
  if (!from) return `it runs ${runs}, which this clone does not have`;
  // A branch was deployed or history was rewritten: the difference then does not show what was tested together.
  if (!history.leadsTo(from, target))
    return `it runs ${from.slice(0, 12)}, which does not come before ${target.slice(0, 12)}`;
  const input =
    history.changed(from, target).find(isInput(made)) ?? made.find(isBumped(history.text(from, "bun.lock")));
  if (input) return input;
  const definition = (commit: string) => definitionsOf(history.text(commit, "compose.yml")).get(service);
  // Migrations run once per deployment, and their definition applies then.
  if (service === "migrations" || definition(from) === definition(target)) return null;
  return `compose.yml, what it says of ${service}`;
}

const isInput = (made: Inputs) => (file: string) => made.some((path) => file === path || file.startsWith(`${path}/`));
const isBumped = (lock: string) => (input: string) =>
  input.startsWith("npm:") && !lock.includes(input.replace("npm:", '"').concat('"'));
