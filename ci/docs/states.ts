// State machines, by asking the code that decides: core's steps and the steps of sealing.
import { type Action, refusalOf, STUCK_AFTER, type Standing } from "../../core/draws/steps.ts";
import { type Asked, type Held, nextStep } from "../../sealing/steps.ts";
import { code, mermaid, table } from "./parts.ts";

const NOW = "2026-11-22T12:00:00.000Z";
const BEFORE = "2026-11-22T11:59:30.000Z";
const LATER = "2026-11-22T13:00:00.000Z";
const AT = Date.parse(NOW);

/** Where an action leads when nothing refuses it. Drawing what is open locks it first. */
const LEADS: Record<Action, Standing["state"]> = { change: "open", lock: "locked", draw: "drawn", void: "void" };
const firstOf = (action: Action, { state }: Standing) =>
  action === "draw" && state === "open" ? LEADS.lock : LEADS[action];
const ACTIONS = Object.keys(LEADS) as Action[];

/** A draw in every standing that the steps tell apart. */
const STANDINGS: Record<string, Standing> = {
  open: { state: "open", draw_after: null, begun_at: null },
  "locked, its time not come": { state: "locked", draw_after: LATER, begun_at: null },
  "locked, due": { state: "locked", draw_after: BEFORE, begun_at: null },
  "locked, begun": { state: "locked", draw_after: BEFORE, begun_at: BEFORE },
  "locked, begun, stuck": { state: "locked", draw_after: null, begun_at: new Date(AT - STUCK_AFTER).toISOString() },
  drawn: { state: "drawn", draw_after: null, begun_at: BEFORE },
  void: { state: "void", draw_after: null, begun_at: null },
};

/** The states of a draw. Throws where core's steps and the database's guard disagree on which may follow which. */
export function drawPicture(guarded: readonly (readonly [from: string, to: string])[]): string {
  const arrows = new Map<string, Action[]>();
  for (const standing of Object.values(STANDINGS)) {
    for (const action of ACTIONS) {
      const arrow = `${standing.state} --> ${firstOf(action, standing)}`;
      const known = arrows.get(arrow) ?? [];
      if (refusalOf(action, standing, AT) === null && !known.includes(action)) arrows.set(arrow, [...known, action]);
    }
  }
  demandSame(
    [...arrows.keys()].filter((arrow) => !isLoop(arrow)),
    guarded.map(([from, to]) => `${from} --> ${to}`).filter((arrow) => !isLoop(arrow)),
  );
  return mermaid(
    "stateDiagram-v2",
    "  direction LR",
    "  [*] --> open : make",
    ...Array.from(arrows, ([arrow, actions]) => `  ${arrow} : ${actions.map(wordFor).join(", ")}`),
    ...["drawn", "void"].map((state) => `  ${state} --> [*]`),
  );
}

const isLoop = (arrow: string) => /^(\w+) --> \1$/.test(arrow);
const wordFor = (action: Action) => (action === "void" ? "stop" : action);

function demandSame(steps: string[], guard: string[]): void {
  const [ours, theirs] = [steps.sort().join("; "), guard.sort().join("; ")];
  if (ours !== theirs) throw new Error(`core's steps lead ${ours}, but the database lets through ${theirs}`);
}

/** What each action comes to in each standing of a draw: the next state, or the reason of the refusal. */
export function drawTable(): string {
  const rows = Object.entries(STANDINGS).map(([name, standing]) => [
    name,
    ...ACTIONS.map((action) => {
      const refusal = refusalOf(action, standing, AT);
      const ways = [...new Set([firstOf(action, standing), LEADS[action]])];
      return refusal ? code(refusal) : ways.map((state) => `**${state}**`).join(", then ");
    }),
  ]);
  return table(["", ...ACTIONS.map(wordFor)], rows);
}

const M = "m";
const SEAL = "s";
const held = (changes: Partial<Held>): Held => ({
  ...{ core: "core", seal: SEAL, bound: null, opened: false, lacks: null },
  ...changes,
});
const bound = { manifest: M, at: BEFORE };

/** A seal in every standing that its steps tell apart. */
const SEALS: Record<string, Held | undefined> = {
  "not sealed here": undefined,
  sealed: held({}),
  bound: held({ bound }),
  opened: held({ bound, opened: true }),
  "bound to another manifest": held({ bound: { ...bound, manifest: "other" } }),
  "sealed, its key retired": held({ lacks: "key" }),
  "bound, its secret lost": held({ bound, lacks: "secret" }),
  "sealed for another core": held({ core: "other" }),
};

const manifest = (drawAfter: string | null, lockedAt = BEFORE) =>
  ({ lockedAt, drawAfter, seals: { a: SEAL, b: "other" } }) as Asked["manifest"];
const ask = (act: Asked["act"], drawAfter: string | null, lockedAt?: string): Asked => ({
  ...{ act, core: "core", M, manifest: manifest(drawAfter, lockedAt) },
});
const ASKS: Record<string, Asked> = {
  bind: ask("bind", LATER),
  "bind, locked long ago": ask("bind", null, "2026-11-22T11:00:00.000Z"),
  "open, its time not come": ask("open", LATER),
  open: ask("open", null),
};
const WRITES = { bind: "bound", open: "opened", bindAndOpen: "opened" };

/** What a random service does with a seal, asked for each step: what it is then, `answer` for what is stored, or a refusal. */
export function sealTable(): string {
  const rows = Object.entries(SEALS).map(([name, seal]) => [
    name,
    ...Object.values(ASKS).map((asked) => told(nextStep(seal, asked, NOW))),
  ]);
  return table(["", ...Object.keys(ASKS)], rows);
}

function told(step: ReturnType<typeof nextStep>): string {
  if (step.step === "refuse") return code(step.reason);
  return step.step === "answer" ? "as stored" : `**${WRITES[step.step]}**`;
}

/** The states of a seal: what bind and open make of it when nothing is in the way. */
export function sealPicture(): string {
  const arrows = (["sealed", "bound", "opened"] as const).flatMap((state) =>
    (["bind", "open"] as const).flatMap((act) => {
      const step = nextStep(SEALS[state], ask(act, null), NOW);
      return step.step === "answer" || step.step === "refuse" ? [] : `  ${state} --> ${WRITES[step.step]} : ${act}`;
    }),
  );
  return mermaid("stateDiagram-v2", "  direction LR", "  [*] --> sealed : seal", ...arrows, "  opened --> [*]");
}
