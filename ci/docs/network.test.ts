import { expect, test } from "bun:test";
import { networkPicture, networksTable, readCompose } from "./network.ts";

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

test("services on a common network are connected, and no others", () => {
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

test("a network has internet access unless it is internal, or a setting says so", () => {
  expect(networksTable(compose).split("\n").slice(2)).toEqual([
    "| edge | front | yes |",
    "| front | front, back | no |",
    "| store | back, store, once | no |",
    "| out | back | no, unless `CLOSED` says otherwise |",
  ]);
});
