import { expect, test } from "bun:test";
import { parse } from "./resolved.ts";
import { stackOf } from "./stack.ts";

const secrets = { type: "bind", source: "/somewhere/core", target: "/run/secrets", read_only: true, bind: {} };
const resolved = parse(
  JSON.stringify({
    name: "fairhat",
    services: {
      migrations: { image: "fairhat/migrations:1", restart: "no" },
      core: {
        image: "fairhat/core:1",
        user: "1000:1000",
        build: { context: "." },
        restart: "unless-stopped",
        read_only: true,
        cap_drop: ["ALL"],
        command: null,
        security_opt: ["no-new-privileges:true"],
        depends_on: { migrations: { condition: "service_completed_successfully" } },
        environment: {
          SECRET_FILE: "/run/secrets/secret",
          DATABASE_URL_FILE: "/run/secrets/database-url",
          OPERATOR: "",
        },
        networks: { inside: { aliases: ["site"] }, edge: null },
        volumes: [
          secrets,
          { type: "tmpfs", target: "/tmp", tmpfs: {} },
          { type: "tmpfs", target: "/room", tmpfs: { size: "1048576" } },
        ],
        deploy: {
          replicas: 3,
          update_config: { order: "start-first" },
          resources: { limits: { cpus: 2, memory: "805306368", pids: 99 } },
          placement: {},
        },
      },
      proxy: {
        image: "fairhat/proxy:1",
        ports: [{ target: 8080, published: "80", mode: "host", protocol: "tcp" }],
        deploy: { update_config: { order: "start-first" }, rollback_config: { order: "start-first" } },
      },
    },
    networks: {
      inside: { name: "fairhat_inside", ipam: {}, internal: true },
      edge: { name: "fairhat_edge", ipam: {} },
    },
    volumes: { database: { name: "fairhat_database" } },
  }),
);
const stack = stackOf(resolved, "/secrets") as {
  services: Record<string, Record<string, unknown>>;
} & Record<string, unknown>;

test("a service keeps what Swarm accepts, and nothing that it refuses", () => {
  expect(stack.services.core).toEqual({
    image: "fairhat/core:1",
    user: "1000:1000",
    read_only: true,
    cap_drop: ["ALL"],
    environment: expect.objectContaining({ OPERATOR: "" }),
    networks: { inside: { aliases: ["site"] }, "edge-open": null },
    volumes: [
      { type: "tmpfs", target: "/tmp" },
      { type: "tmpfs", target: "/room", tmpfs: { size: 1048576 } },
    ],
    ports: [],
    secrets: ["secret", "database-url"].map((file) => ({
      source: `core_${file}`,
      target: file,
      uid: "1000",
      gid: "1000",
      mode: 0o400,
    })),
    deploy: {
      replicas: 3,
      update_config: { order: "start-first" },
      labels: { "fairhat.migrations": "fairhat/migrations:1" },
      resources: { limits: { cpus: "2", memory: "805306368", pids: 99 } },
    },
  });
});

test("a secret is named by its content, which is known at deployment", () => {
  expect(stack.secrets).toEqual({
    core_secret: { file: "/secrets/core/secret", name: `core_secret_\${SECRET_CORE_SECRET:?run ops/deploy}` },
    "core_database-url": {
      file: "/secrets/core/database-url",
      name: `core_database-url_\${SECRET_CORE_DATABASE_URL:?run ops/deploy}`,
    },
  });
});

test("one-shot services are not part of the stack", () => {
  expect(Object.keys(stack.services)).toEqual(["core", "proxy"]);
});

test("if a port belongs to the machine, the old instance stops first", () => {
  expect(stack.services.proxy).toMatchObject({
    ports: [{ target: 8080, published: 80, mode: "host", protocol: "tcp" }],
    deploy: { update_config: { order: "stop-first" }, rollback_config: { order: "stop-first" } },
  });
});

test("networks span all nodes; internal ones have no internet access, and a change of that makes another network", () => {
  expect(stack).toMatchObject({
    version: "3.9",
    networks: {
      inside: { driver: "overlay", internal: true, attachable: true },
      "edge-open": { driver: "overlay", internal: false, attachable: true },
    },
    volumes: { database: {} },
  });
});
