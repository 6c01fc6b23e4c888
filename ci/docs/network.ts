// Which services can connect in a deployment, from compose.yml: those on a common network, and no others.
import { mermaid, table } from "./parts.ts";

interface Volume {
  type: string;
  source?: string;
  target: string;
}

interface Service {
  restart?: string;
  environment?: Record<string, string>;
  networks?: string[] | Record<string, unknown>;
  ports?: { target: number; published: string }[];
  volumes?: Volume[];
}

export interface Compose {
  services: Record<string, Service>;
  networks: Record<string, { internal?: string | boolean }>;
}

export function readCompose(yaml: string): Compose {
  return Bun.YAML.parse(yaml) as Compose;
}

/** A value of compose.yml with its variables' defaults. */
function byDefault(value: string): string {
  return value.replace(/\$\{\w+:-([^${}]*)\}/g, "$1");
}

function networksOf({ networks = [] }: Service): string[] {
  return Array.isArray(networks) ? networks : Object.keys(networks);
}

function membersOf({ services }: Compose, network: string): string[] {
  return Object.keys(services).filter((name) => networksOf(services[name] ?? {}).includes(network));
}

/** Whether a network has no internet access by default. */
function isClosed({ networks }: Compose, network: string): boolean {
  return byDefault(String(networks[network]?.internal ?? false)) === "true";
}

const runsOnce = ({ restart }: Service) => restart === "no";

/** The picture: an edge for each two services on common networks, labelled with these. */
export function networkPicture(compose: Compose): string {
  const { services } = compose;
  const connected = Object.entries(services).filter(([, service]) => networksOf(service).length > 0);
  const published = connected.flatMap(([name, { ports = [] }]) =>
    ports.length === 0 ? [] : [`  outside([outside]) ==>|${ports.map(portOf).join(", ")}| ${name}`],
  );
  return mermaid(
    "flowchart LR",
    ...published,
    ...connected.map(([name, service]) => `  ${nodeOf(name, service)}`),
    ...pairsOf(compose).map(({ a, b, networks, lasting }) => {
      const line = lasting ? "---" : "-.-";
      return `  ${a} ${line}|${networks.join(", ")}| ${b}`;
    }),
  );
}

const portOf = ({ target, published }: { target: number; published: string }) => `${byDefault(published)} to ${target}`;

function nodeOf(name: string, service: Service): string {
  if (runsOnce(service)) return `${name}(["${name}, runs once"])`;
  return service.volumes?.some(({ source }) => source === "database") ? `${name}[("${name}")]` : `${name}["${name}"]`;
}

interface Pair {
  a: string;
  b: string;
  networks: string[];
  /** Whether both are long-running. */
  lasting: boolean;
}

function pairsOf(compose: Compose): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const network of Object.keys(compose.networks)) {
    const members = membersOf(compose, network).toReversed(); // compose.yml lists dependencies first
    for (const [at, a] of members.entries()) {
      for (const b of members.slice(at + 1)) {
        const lasting = [a, b].every((name) => !runsOnce(compose.services[name] ?? {}));
        const { networks = [] } = pairs.get(`${a} ${b}`) ?? {};
        pairs.set(`${a} ${b}`, { a, b, networks: [...networks, network], lasting });
      }
    }
  }
  return [...pairs.values()];
}

/** A row per network: its services, and whether it has internet access. */
export function networksTable(compose: Compose): string {
  const rows = Object.keys(compose.networks).map((network) => [
    network,
    membersOf(compose, network).toReversed().join(", "),
    wayOut(compose, network),
  ]);
  return table(["network", "who is on it", "leads out of the machine"], rows);
}

function wayOut(compose: Compose, network: string): string {
  const setting = /\$\{(\w+):-/.exec(String(compose.networks[network]?.internal))?.[1];
  const usual = isClosed(compose, network) ? "no" : "yes";
  return setting ? `${usual}, unless \`${setting}\` says otherwise` : usual;
}
