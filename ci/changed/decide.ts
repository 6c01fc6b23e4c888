// Which images a change makes necessary, and why. Pure: changed files and the graph in, reasons out.
import { type Graph, reachedFrom } from "./graph.ts";
import { IMAGES, type ImageName, NOT_SHIPPED } from "./images.ts";

/** What Compose and Swarm are told of a service, by its name, as text that can be compared. */
export type Definitions = ReadonlyMap<string, string>;

/** Why an image has to be built from these changed files; null where nothing in it changed. */
export function reasonToBuild(image: ImageName, changed: readonly string[], graph: Graph): string | null {
  const { packages, files } = IMAGES[image];
  const ways = reachedFrom(packages, graph);
  for (const file of changed) {
    const built = files.find((one) => file === one || (one.endsWith("/") && file.startsWith(one)));
    if (built && !file.endsWith(".md") && !NOT_SHIPPED.test(file)) return file;
    const way = ways.get(file.slice(0, file.indexOf("/")));
    if (way && !NOT_SHIPPED.test(file)) return way.length > 1 ? `${file} (${way.join(" > ")})` : file;
  }
  return null;
}

/** Why a service has to be deployed although nothing in its image changed: what compose.yml says of it did. */
export function reasonToDefine(service: string, before: Definitions, after: Definitions): string | null {
  return before.get(service) === after.get(service) ? null : `compose.yml, what it says of ${service}`;
}
