// Makes a Swarm stack, format 3.9, from resolved Compose services.
import type { Resolved, Service, Volume } from "./resolved.ts";

const SECRETS = "/run/secrets";
/** What `docker stack deploy` accepts in Compose's form. It refuses or ignores the rest; lab/README.md has the list. */
const KEPT = [
  ...["image", "command", "entrypoint", "environment", "user", "read_only", "cap_drop"],
  ...["healthcheck", "stop_grace_period", "stop_signal", "logging"],
];
const OWNER_ONLY = 0o400;

interface Secret {
  /** Its name in the stack. */
  key: string;
  file: string;
  /** The variable with a digest of its content at deployment. */
  variable: string;
}

/** The stack; `folder` has the secrets on the deploying machine. */
export function stackOf({ services, networks, volumes }: Resolved, folder: string): Record<string, unknown> {
  // ops/deploy runs one-shot services, before the stack.
  const lasting = Object.entries(services).filter(([, { restart }]) => restart !== "no");
  const secrets = lasting.flatMap(([name, service]) => secretsOf(name, service, folder));
  const renamed = named(networks);
  const described = lasting.map(([name, service]) => [name, serviceOf(name, service, folder, renamed)] as const);
  return {
    version: "3.9",
    services: Object.fromEntries(
      described.map(([name, one]) => [name, name === "core" ? migratedBy(one, services) : one]),
    ),
    networks: renamed(Object.fromEntries(Object.entries(networks).map(([name, one]) => [name, overlay(one)]))),
    volumes: Object.fromEntries(Object.keys(volumes).map((name) => [name, {}])),
    secrets: Object.fromEntries(
      secrets.map(({ key, file, variable }) => [key, { file, name: `${key}_\${${variable}:?run ops/deploy}` }]),
    ),
  };
}

type Stacked = Record<string, unknown> & { deploy: Record<string, unknown> };
type Renamed = (networks: Record<string, unknown>) => Record<string, unknown>;

// Swarm cannot change a network in use, so one that gets internet access is a new one; services move over like in any
// update.
function named(networks: Resolved["networks"]): Renamed {
  return (some) =>
    Object.fromEntries(
      Object.entries(some).map(([name, one]) => [networks[name]?.internal ? name : `${name}-open`, one]),
    );
}

function serviceOf(name: string, service: Service, folder: string, renamed: Renamed): Stacked {
  const kept = Object.fromEntries(KEPT.filter((key) => service[key] != null).map((key) => [key, service[key]]));
  const [uid = "", gid = uid] = (service.user ?? "").split(":");
  return {
    ...kept,
    ...(service.networks ? { networks: renamed(service.networks) } : {}),
    volumes: (service.volumes ?? []).filter((volume) => !isSecrets(volume)).map(mount),
    ports: (service.ports ?? []).map((port) => ({ ...port, published: Number(port.published) })),
    secrets: secretsOf(name, service, folder).map(({ key }) => ({
      source: key,
      target: key.slice(name.length + 1),
      ...{ uid, gid, mode: OWNER_ONLY },
    })),
    deploy: deployOf(service),
  };
}

// ops/restore asks core which migrations ran last. A label of the service, not of its containers: changing it restarts
// nothing.
function migratedBy(core: Stacked, { migrations }: Resolved["services"]): Stacked {
  return { ...core, deploy: { ...core.deploy, labels: { "fairhat.migrations": migrations?.image ?? "" } } };
}

// Two instances cannot share a port of a machine, so the old one stops first.
function deployOf({ deploy = {}, ports = [] }: Service): Record<string, unknown> {
  const { resources, placement, ...rest } = deploy;
  const limits = resources?.limits;
  const order = ports.some(({ mode }) => mode === "host") ? { order: "stop-first" } : {};
  return {
    ...rest,
    update_config: { ...deploy.update_config, ...order },
    ...(deploy.rollback_config ? { rollback_config: { ...deploy.rollback_config, ...order } } : {}),
    ...(limits ? { resources: { limits: { ...limits, cpus: String(limits.cpus) } } } : {}),
    ...(placement?.constraints ? { placement } : {}),
  };
}

// A service's secrets are the paths under /run/secrets in its environment. Compose mounts a folder there.
function secretsOf(name: string, { environment = {} }: Service, folder: string): Secret[] {
  const files = Object.values(environment).filter((value): value is string => !!value?.startsWith(`${SECRETS}/`));
  return files.map((path) => {
    const file = path.slice(SECRETS.length + 1);
    const variable = `SECRET_${name}_${file}`.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_");
    return { key: `${name}_${file}`, file: `${folder}/${name}/${file}`, variable };
  });
}

function isSecrets({ type, target }: Volume): boolean {
  return type === "bind" && target === SECRETS;
}

function mount({ type, source, target, read_only = false, tmpfs }: Volume): Record<string, unknown> {
  const size = tmpfs?.size ? { tmpfs: { size: Number(tmpfs.size) } } : {};
  return { type, ...(source ? { source } : {}), target, ...(read_only ? { read_only } : {}), ...size };
}

// Attachable, so that ops/deploy and ops/backup can reach the database from their containers.
function overlay({ internal = false }: { internal?: boolean }): Record<string, unknown> {
  return { driver: "overlay", internal, attachable: true };
}
