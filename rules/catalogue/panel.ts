import {
  type Expected,
  integer,
  listOf,
  Malformed,
  type Of,
  object,
  type Problem,
  type Shape,
  typed,
} from "@fairhat/protocol";
import { positionsProblem } from "./positions.ts";
import type { Rule } from "./rule.ts";
import { counted } from "./wording.ts";

const strict = object({ positions: listOf(integer(0), 1), weight: integer(1) });
type Panel = Of<typeof strict>;

const onePanel: Shape<Panel> = {
  schema: strict.schema,
  read(value) {
    // Typed text that names no entries arrives unchanged from a form.
    if (typeof value === "string") throw Malformed.of({ code: "panel" }, value);
    return strict.read(value);
  },
};

const params = object({ panels: listOf(onePanel, 1) });
export type PanelParams = Of<typeof params>;

const MOST = { panels: 10_000, positions: 100_000 };
const MAX = Number.MAX_SAFE_INTEGER;

export const panel: Rule<PanelParams> = {
  name: "panel/1",
  title: "Panel from a lottery",
  text:
    "Somebody has published a lottery: panels of entries, each with a weight. One panel is drawn, with a chance in " +
    "proportion to its weight: a panel of weight 3 is three times as likely as one of weight 1. The weights are laid end " +
    "to end in the order of the panels, and a number below their sum falls into one of them. An entry's chance is the " +
    "sum of the weights of its panels, out of all weights. Whether the lottery is fair is for those to say who made it; " +
    "this draw only picks from it. This rule has no tickets. A name that stands in the list twice is two entries.",
  params,
  defaults: {},
  takesList: true,
  takesTickets: () => false,
  refuses: ({ panels }, { count }) => tooMany(panels) ?? membersProblem(panels, count) ?? weightsProblem(panels),
  describe({ panels }, { count }) {
    const lottery = `${counted(panels.length, "panel")} of a published lottery over ${counted(count, "entry", "entries")}`;
    return `1 panel is drawn from ${lottery}; each comes with a chance in proportion to its weight.`;
  },
  run({ panels }, _, below) {
    let t = below(weightOf(panels));
    // One exists, because t is less than the sum of weights.
    const drawn = panels.find(({ weight }) => {
      t -= weight;
      return t < 0;
    }) as Panel;
    return { panel: [...drawn.positions] };
  },
  examples: [
    {
      params: {
        panels: [
          { positions: [0, 1, 4], weight: 2 },
          { positions: [1, 2, 3], weight: 1 },
        ],
      },
      list: { count: 5, tickets: null },
      seed: "0000000000000000000000000000000000000000000000000000000000000000",
      result: { panel: [1, 2, 3] },
    },
    {
      params: {
        panels: [
          { positions: [0, 3], weight: 1 },
          { positions: [1, 2], weight: 1 },
          { positions: [0, 2], weight: 2 },
        ],
      },
      list: { count: 4, tickets: null },
      seed: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
      result: { panel: [0, 3] },
    },
  ],
};

function weightOf(panels: readonly Panel[]): number {
  return panels.reduce((sum, { weight }) => sum + weight, 0);
}

function tooMany(panels: readonly Panel[]): Problem | null {
  const positions = panels.reduce((sum, one) => sum + one.positions.length, 0);
  if (panels.length > MOST.panels) return problem({ code: "panels_at_most", most: MOST.panels }, panels.length);
  if (positions > MOST.positions) return problem({ code: "panel_places", most: MOST.positions }, positions);
  return null;
}

function membersProblem(panels: readonly Panel[], count: number): Problem | null {
  for (const [at, { positions }] of panels.entries()) {
    const wrong = positionsProblem(`params.panels[${at}].positions`, positions, count);
    if (wrong) return wrong;
  }
  return null;
}

// Summed panel by panel, so that the offending one is named and no sum is rounded.
function weightsProblem(panels: readonly Panel[]): Problem | null {
  let left = MAX;
  for (const [at, { weight }] of panels.entries()) {
    if (weight > left) {
      return {
        at: `params.panels[${at}].weight`,
        expected: { code: "panel_weights" },
        found: typed(weight),
      };
    }
    left -= weight;
  }
  return null;
}

function problem(expected: Expected, found: number): Problem {
  return { at: "params.panels", expected, found: typed(found) };
}
