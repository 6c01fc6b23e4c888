// The workspace's dependency graph, from the package.json of each package.

interface Manifest {
  name?: string;
  dependencies?: Record<string, string>;
}

/** For each package, by its folder: the folders of the packages that it depends on at run time. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** Reads the graph; `manifests` holds the text of each package.json by the package's folder. */
export function graphOf(manifests: ReadonlyMap<string, string>): Graph {
  const read = Array.from(manifests, ([folder, text]): [string, Manifest] => [folder, JSON.parse(text)]);
  const folders = new Map(read.map(([folder, { name }]) => [name, folder]));
  const own = (names: string[]) => names.flatMap((name) => folders.get(name) ?? []);
  return new Map(read.map(([folder, { dependencies = {} }]) => [folder, own(Object.keys(dependencies))]));
}

/** The packages and everything that they depend on, each with the way to it: `core` to ["core"], `protocol` to ["core", "protocol"]. */
export function reachedFrom(packages: readonly string[], graph: Graph): Map<string, string[]> {
  const ways = new Map(packages.map((folder) => [folder, [folder]]));
  for (const [folder, way] of ways) {
    for (const next of graph.get(folder) ?? []) if (!ways.has(next)) ways.set(next, [...way, next]);
  }
  return ways;
}
