// Compose's resolution of compose.yml, `docker compose config --format json`: the parts that the stack needs.

export interface Volume {
  type: string;
  source?: string;
  target: string;
  read_only?: boolean;
  /** Bytes, as text. */
  tmpfs?: { size?: string };
}

export interface Service {
  image: string;
  user?: string;
  restart?: string;
  environment?: Record<string, string | null>;
  networks?: Record<string, unknown>;
  ports?: { target: number; published: string; mode?: string; protocol?: string }[];
  volumes?: Volume[];
  deploy?: {
    update_config?: Record<string, unknown>;
    rollback_config?: Record<string, unknown>;
    resources?: { limits?: { cpus?: number | string; memory?: string; pids?: number } };
    placement?: { constraints?: string[] };
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

export interface Resolved {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean }>;
  volumes: Record<string, unknown>;
}

export function parse(json: string): Resolved {
  return JSON.parse(json) as Resolved;
}
