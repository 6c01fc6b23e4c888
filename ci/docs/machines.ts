// Which machines speak with which, from the firewall's defaults and an inventory; and what a firewall lets through.
import { code, mermaid, table } from "./parts.ts";

export interface Firewall {
  firewall_ssh_port: number;
  firewall_open_tcp: (number | string)[];
  firewall_machines_tcp: number[];
  firewall_machines_udp: number[];
  firewall_container_interfaces: string[];
}

interface Group {
  hosts?: Record<string, unknown>;
  children?: Record<string, Group>;
}

export interface Inventory {
  all: Group;
}

const hostsOf = ({ hosts = {}, children = {} }: Group): string[] => [
  ...Object.keys(hosts),
  ...Object.values(children).flatMap(hostsOf),
];

/** The picture of a site by its inventory; the first machine manages it and holds what there is once. */
export function machinesPicture({ all }: Inventory, firewall: Firewall): string {
  const hosts = hostsOf(all);
  const [first = "", ...others] = hosts;
  const between = `tcp ${firewall.firewall_machines_tcp.join(", ")}<br>udp ${firewall.firewall_machines_udp.join(", ")}`;
  const pairs = hosts.flatMap((a, at) => hosts.slice(at + 1).map((b) => [a, b]));
  return mermaid(
    "flowchart TB",
    "  outside([outside])",
    `  ${first}["${first}<br>database, secrets,<br>registry, backups, and<br>whatever Swarm puts here"]`,
    ...others.map((host) => `  ${host}["${host}<br>whatever Swarm puts here"]`),
    ...hosts.map((host) => `  outside ==>|${openOf(firewall).join(", ")}| ${host}`),
    ...pairs.map(([a, b]) => `  ${a} <-->|"${between}"| ${b}`),
  );
}

function openOf({ firewall_open_tcp, firewall_ssh_port }: Firewall): string[] {
  return firewall_open_tcp.map((port) => String(port).replace("{{ firewall_ssh_port }}", String(firewall_ssh_port)));
}

export interface Play {
  roles?: (string | ({ role: string } & Partial<Firewall>))[];
}

/** What the firewall lets in on machines that each playbook makes, whether or not something listens there. */
export function openTable(playbooks: ReadonlyMap<string, readonly Play[]>, firewall: Firewall): string {
  const rows = Array.from(playbooks, ([path, plays]) => {
    const roles = plays.flatMap(({ roles = [] }) => roles.map((role) => (typeof role === "string" ? { role } : role)));
    const own = roles.find(({ role }) => role === "firewall");
    if (!own) throw new Error(`${path} has no firewall`);
    return [code(path), openOf({ ...firewall, ...own }).join(", ")];
  });
  return table(["machines made by", "the firewall lets in from outside"], rows);
}

const CHAIN = /chain (?<name>\w+) \{\n(?<rules>.*?)\n {2}\}/gs;

/** Every rule of the table that nft loads, in order; the first that fits decides. */
export function firewallTable(template: string, firewall: Firewall): string {
  const rows = Array.from(template.matchAll(CHAIN), ({ groups = {} }) => groups).flatMap(({ name = "", rules = "" }) =>
    rules.split("\n").flatMap((line) => ruleOf(line, firewall, name)),
  );
  return table(["chain", "rule, the first that fits decides", "what its name stands for"], rows);
}

function ruleOf(line: string, firewall: Firewall, chain: string): string[][] {
  const rule = line.replace(/\s#.*$/, "").trim();
  if (rule === "" || rule.startsWith("{%")) return [];
  const sets: Record<string, string> = {
    "@open_tcp": openOf(firewall).join(", "),
    "@machines_tcp": firewall.firewall_machines_tcp.join(", "),
    "@machines_udp": firewall.firewall_machines_udp.join(", "),
    "{{ interface }}": firewall.firewall_container_interfaces.map(code).join(", "),
  };
  const named = Object.keys(sets).find((set) => rule.includes(set));
  return [
    [chain.replace("_", " "), code(rule.replace("{{ interface }}", "interface")), named ? (sets[named] ?? "") : ""],
  ];
}
