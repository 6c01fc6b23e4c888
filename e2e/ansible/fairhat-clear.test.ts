// Retention of deployments and their images on a machine; for the registry see revisions.full.ts.
import { afterEach, beforeEach, expect, test } from "bun:test";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../deployment/lab.ts";

const TEMPLATE = join(root, "infra/ansible/roles/app/templates/fairhat-clear.j2");
const DAY = 86_400; // seconds

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fairhat-clear-"));
  for (const name of ["revisions", "state"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "state/migrated"), "r:5000/fairhat/migrations:later\n");
  ["a", "b", "c", "d", "e"].forEach(brought);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A deployment, each a day newer than the one before. The stack is on one line, as Ansible writes JSON. */
function brought(name: string, at: number): void {
  const place = join(folder, "revisions", name);
  mkdirSync(place);
  const services = {
    core: { image: `r:5000/fairhat/core:${name}`, user: "1000:1000" },
    postgres: { image: "postgres:18" },
  };
  writeFileSync(join(place, "stack.json"), JSON.stringify({ services }));
  writeFileSync(join(place, "migrations"), `r:5000/fairhat/migrations:${name}\n`);
  utimesSync(place, at * DAY, at * DAY);
}

function clear(kept: number) {
  const values: Record<string, string> = {
    ...{
      app_revisions: join(folder, "revisions"),
      site_state: join(folder, "state"),
      app_revisions_kept: String(kept),
    },
  };
  const script = readFileSync(TEMPLATE, "utf8")
    .replace(/\{% if .*\{% endif %\}/s, "")
    .replaceAll(/\{\{ (\w+)[^}]*\}\}/g, (_, name) => values[name] ?? name);
  const { exitCode, stdout } = Bun.spawnSync(["bash", "-c", script]);
  return {
    status: exitCode,
    images: stdout.toString().trim().split("\n"),
    left: readdirSync(values.app_revisions ?? ""),
  };
}

test("the newest stay, and the current, the previous and the interrupted one, each with its images", () => {
  for (const [link, name] of Object.entries({ current: "b", previous: "a" }))
    symlinkSync(join(folder, "revisions", name), join(folder, "state", link));
  const cleared = clear(1);
  expect(cleared.left.toSorted()).toEqual(["a", "b", "e"]);
  const images = ["a", "b", "e"].flatMap((name) => [
    `r:5000/fairhat/core:${name}`,
    `r:5000/fairhat/migrations:${name}`,
  ]);
  expect(cleared.images.toSorted()).toEqual([...images, "r:5000/fairhat/migrations:later"].toSorted());
});

test("if the images to keep are unknown, all are kept", () => {
  for (const name of ["a", "b", "c", "d", "e"]) writeFileSync(join(folder, "revisions", name, "stack.json"), "{}");
  expect(clear(1)).toMatchObject({ status: 1, images: [""] });
  expect(readdirSync(join(folder, "revisions"))).toHaveLength(5);
});
