import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { networkPicture, networksTable, readCompose, servicesTable } from "./network.ts";
import { secretFiles } from "./secrets.ts";

const compose = readCompose(`
services:
  once: {restart: "no", networks: [store]}
  store:
    networks: [store]
    volumes: [{type: volume, source: database, target: /data}]
  back:
    networks: {front: {aliases: [site]}, store: {}, out: {}}
    volumes: [{type: bind, source: "\${FAIRHAT_SECRETS:-./.fairhat/secrets}/back", target: /run/secrets}]
  front:
    networks: [front, edge]
    ports: [{target: 8080, published: "\${HTTP_PORT:-80}"}]
  maker:
    restart: "no"
    volumes: [{type: bind, source: "\${FAIRHAT_SECRETS:-./.fairhat/secrets}", target: /secrets}]
networks:
  edge: {}
  front: {internal: true}
  store: {internal: true}
  out: {internal: "\${CLOSED:-true}"}
`);

test("services that share a network are joined, and no others", () => {
  const lines = networkPicture(compose).split("\n");
  expect(lines.filter((line) => / --- | -\.- |---\||-\.-\||==>/.test(line)).map((line) => line.trim())).toEqual([
    "outside([outside]) ==>|80 to 8080| front",
    "front ---|front| back",
    "back ---|store| store",
    "back -.-|store| once",
    "store -.-|store| once",
  ]);
  expect(lines).toContain('  store[("store")]');
  expect(lines.join()).not.toContain("maker");
});

test("a network leads out unless it is internal, or a setting says so", () => {
  expect(networksTable(compose).split("\n").slice(2)).toEqual([
    "| edge | front | yes |",
    "| front | front, back | no |",
    "| store | back, store, once | no |",
    "| out | back | no, unless `CLOSED` says otherwise |",
  ]);
});

test("a service may read its own folder of secrets", () => {
  const rows = servicesTable(compose, new Map([["back", ["key", "url"]]])).split("\n");
  expect(rows).toContain("| back | front, store, out |  | `key`, `url` |  |");
  expect(rows).toContain("| maker | none |  | all: it makes them |  |");
  expect(rows).toContain("| front | front, edge | 80 |  |  |");
  expect(rows).toContain("| store | store |  |  | database at `/data` |");
});

test("the files of secrets are those that ci/secrets makes", () => {
  const files = secretFiles();
  expect([...files.keys()].sort()).toEqual(["core", "migrations", "postgres", "proxy", "random-a", "random-b"]);
  expect(files.get("core")).toEqual(["database-url", "random-a-token", "random-b-token", "secret"]);
});

test("the ports that docs/pictures.md tells are those that the recipes say", () => {
  const read = (path: string) => readFileSync(join(import.meta.dir, "../..", path), "utf8");
  const ports = (path: string, pattern: RegExp) => [
    ...new Set(Array.from(read(path).matchAll(pattern), ([, port]) => port)),
  ];
  const told = read("docs/pictures.md").replaceAll("\n", " ");
  expect(told).toContain(`random-a, random-b and rules answer on ${ports("Dockerfile", /\bPORT=(\d+)/g)}, `);
  expect(told).toContain(`the database on ${ports("ci/secrets", /@postgres:(\d+)/g)}, `);
  expect(told).toContain(`the proxy on ${ports("compose.yml", /target: (\d+)/g).join(" and ")}; `);
  const metrics = [...ports("compose.yml", /METRICS_PORT: "(\d+)"/g), ...ports("proxy/nginx.conf", /listen (9\d+);/g)];
  for (const port of metrics) expect(told).toContain(`metrics are told on ${port}.`);
  const elsewhere = ports("infra/ansible/roles/random_b/tasks/start.yml", /published_ports: \["(\d+):/g);
  expect(told).toContain(`operator's is asked on ${elsewhere}.`);
});
