interface Compose {
  services?: Record<string, Record<string, unknown>>;
  [section: string]: unknown;
}

/**
 * Each service's definition in a compose.yml as comparable text: its lines, and the networks and volumes that it names.
 */
export function definitionsOf(yaml: string): ReadonlyMap<string, string> {
  const { services = {}, networks, volumes, secrets, configs } = (Bun.YAML.parse(yaml) ?? {}) as Compose;
  const shared = Object.entries({ networks, volumes, secrets, configs });
  return new Map(
    Object.entries(services).map(([name, own]) => {
      const text = JSON.stringify(own);
      const named = shared.map(([, section]) => namedIn(text, section));
      return [name, JSON.stringify([own, named])];
    }),
  );
}

function namedIn(text: string, section: unknown): unknown {
  const all = Object.entries((section ?? {}) as Record<string, unknown>);
  return all.filter(([name]) => text.includes(JSON.stringify(name)));
}
