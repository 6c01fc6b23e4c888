// From what each service runs to what has to be done, so that a failed build in between is not forgotten.
import { reasonToBuild, reasonToDefine } from "./decide.ts";
import type { Graph } from "./graph.ts";
import type { History } from "./history.ts";
import { IMAGES, type ImageName } from "./images.ts";

/** What a deployment consists of: images of ours, and the database. */
const SERVICES = [...(Object.keys(IMAGES) as ImageName[]), "postgres"] as const;
type Service = (typeof SERVICES)[number];
/** Of these nothing that runs tells a revision. */
const NOTED: ReadonlySet<Service> = new Set(["migrations", "postgres"]);

export interface Step {
  service: Service;
  /**
   * build: what is in its image changed, or what compose.yml says of it: the image tells the revision that the next plan starts from.
   * define: the latter for the database, whose image is not ours. keep: nothing changed.
   */
  action: "build" | "define" | "keep";
  reason: string;
}

/**
 * Which revision each service runs, as `ci/running` prints it: a line each, `core 1ce76e0…`; `-` where none runs. Migrations do not
 * stay running, and the database's image is not ours: what both were last is in the note of a deployment alone.
 */
export function readRunning(text: string): Map<Service, string> {
  const running = new Map<Service, string>();
  for (const line of text.split("\n").filter((line) => line.trim() !== "")) {
    const [service = "", revision = "-"] = line.trim().split(/\s+/);
    const known = SERVICES.find((one) => one === service);
    if (!known) throw new Error(`${service} is no service of ours: ${SERVICES.join(", ")}`);
    running.set(known, revision);
  }
  return running;
}

/** Throws where the checkout has changes that are in no commit: what is tested must be what is deployed. */
export function expectCommitted(history: History): void {
  const [one, ...more] = history.uncommitted();
  if (one === undefined) return;
  const which = more.length > 0 ? `${one} and ${more.length} more` : one;
  throw new Error(`the checkout has changes that are in no commit; commit or remove them: ${which}`);
}

/** What has to be done so that every service runs what commit `to` makes of it. Throws when `to` is not there. */
export function planOf(history: History, running: ReadonlyMap<Service, string>, to: string): Step[] {
  const target = history.commit(to);
  if (!target) throw new Error(`${to} is no commit of this clone; fetch it first`);
  const graph = history.graph(target);
  return SERVICES.map((service) => ({
    service,
    ...stepOf(history, { service, runs: running.get(service) ?? "-", target, graph }),
  }));
}

interface Question {
  service: Service;
  /** The revision that it runs, or `-`. */
  runs: string;
  target: string;
  graph: Graph;
}

function stepOf(history: History, { service, runs, target, graph }: Question): Omit<Step, "service"> {
  const anew = (reason: string): Omit<Step, "service"> => ({
    action: service === "postgres" ? "define" : "build",
    reason,
  });
  if (runs === "-") return anew(NOTED.has(service) ? "nothing says what it was last" : "it does not run yet");
  const from = history.commit(runs);
  if (!from) return anew(`it runs ${runs}, which this clone does not have`);
  // Somebody deployed a branch, or history was rewritten: then the difference does not say what was tested together.
  if (!history.leadsTo(from, target))
    return anew(`it runs ${from.slice(0, 12)}, which does not come before ${target.slice(0, 12)}`);
  const built = service === "postgres" ? null : reasonToBuild(service, history.changed(from, target), graph);
  if (built) return anew(built);
  const defined = reasonToDefine(service, history.definitions(from), history.definitions(target));
  if (defined) return anew(defined);
  return { action: "keep", reason: `nothing of it changed since ${from.slice(0, 12)}` };
}
