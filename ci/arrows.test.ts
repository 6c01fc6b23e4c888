// Which package may import which. Who adds an arrow in imports.ts changes the architecture, and says so in docs/architecture.md.
import { expect, test } from "bun:test";
import { dirname, join } from "node:path";
import { ARROWS, importsOf, reaches, sourcesOf } from "./imports.ts";

const root = dirname(import.meta.dir);

/** The mathematics: nothing here knows of the network, the database, the clock or the machine. */
const PURE = ["protocol", "rules/catalogue"];
const PURE_LIBRARIES = /^(@noble\/(hashes|curves)|node:crypto|unhomoglyph)(\/|$)/;
const CLOCK = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/;

test.each(Object.keys(ARROWS))("%s imports what it may", async (place) => {
  const { values, types = [] } = ARROWS[place] ?? { values: [] };
  // rules may of course use its own catalogue.
  const imports = (await importsOf(place)).filter(
    ({ file }) => place !== "rules" || !file.startsWith("rules/catalogue/"),
  );
  expect(imports.length).toBeGreaterThan(0);
  for (const one of imports) {
    const target = reaches(one, place);
    if (target !== null)
      expect({ ...one, allowed: one.type ? [...values, ...types] : values }).toMatchObject({
        allowed: expect.arrayContaining([target]),
      });
  }
});

test("docs/architecture.md says the same", async () => {
  const text = await Bun.file(join(root, "docs/architecture.md")).text();
  const rooms = Object.keys(ARROWS).sort((a, b) => b.length - a.length);
  const named = (cell: string) => new Set(cell.match(new RegExp(rooms.join("|"), "g")));
  for (const [room, { values, types = [] }] of Object.entries(ARROWS)) {
    const row = text
      .split("\n")
      .find((line) => line.startsWith("| `") && line.split(" | ")[0]?.includes(`\`${room}\``));
    const own = rooms.filter((other) => other.startsWith(`${room}/`)); // rules may of course use its own catalogue
    expect([room, named(row?.split(" | ")[2] ?? "")]).toEqual([room, named([...values, ...types, ...own].join())]);
  }
});

test.each(PURE)("%s is pure", async (place) => {
  for (const { file, from } of await importsOf(place)) {
    if (/^[.#@]|^node:/.test(from) && !from.startsWith("@noble") && !from.startsWith("node:")) continue;
    expect(`${file}: ${from}`).toMatch(new RegExp(`: ${PURE_LIBRARIES.source.slice(1)}`));
  }
  for (const file of sourcesOf(place)) expect(await Bun.file(join(root, file)).text()).not.toMatch(CLOCK);
});
