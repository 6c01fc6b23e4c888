// From what each service runs to what has to be done, so that a failed build in between is not forgotten.
import { reasonToBuild, reasonToDefine } from "./decide.ts";
import type { Graph } from "./graph.ts";
import type { History } from "./history.ts";
import { IMAGES, type ImageName } from "./images.ts";

export interface Step {
  service: ImageName;
  /** build: its image changed. define: the image is the same, what compose.yml says of it changed. keep: nothing did. */
  action: "build" | "define" | "keep";
  reason: string;
}

/** Which revision each service runs, as `ci/running` prints it: a line each, `core 1ce76e0…`; `-` where none runs. */
export function readRunning(text: string): Map<ImageName, string> {
  const running = new Map<ImageName, string>();
  for (const line of text.split("\n").filter((line) => line.trim() !== "")) {
    const [service = "", revision = "-"] = line.trim().split(/\s+/);
    if (!Object.hasOwn(IMAGES, service))
      throw new Error(`${service} is no service of ours: ${Object.keys(IMAGES).join(", ")}`);
    running.set(service as ImageName, revision);
  }
  return running;
}

/** What has to be done so that every service runs what commit `to` makes of it. Throws when `to` is not there. */
export function planOf(history: History, running: ReadonlyMap<ImageName, string>, to: string): Step[] {
  const target = history.commit(to);
  if (!target) throw new Error(`${to} is no commit of this clone; fetch it first`);
  const graph = history.graph(target);
  return (Object.keys(IMAGES) as ImageName[]).map((service) => ({
    service,
    ...stepOf(history, { service, runs: running.get(service) ?? "-", target, graph }),
  }));
}

interface Question {
  service: ImageName;
  /** The revision that it runs, or `-`. */
  runs: string;
  target: string;
  graph: Graph;
}

function stepOf(history: History, { service, runs, target, graph }: Question): Omit<Step, "service"> {
  if (runs === "-") return { action: "build", reason: "it does not run yet" };
  const from = history.commit(runs);
  if (!from) return { action: "build", reason: `it runs ${runs}, which this clone does not have` };
  const built = reasonToBuild(service, history.changed(from, target), graph);
  if (built) return { action: "build", reason: built };
  const defined = reasonToDefine(service, history.definitions(from), history.definitions(target));
  if (defined) return { action: "define", reason: defined };
  return { action: "keep", reason: `nothing of it changed since ${from.slice(0, 12)}` };
}
