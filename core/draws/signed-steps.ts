// Every step of a draw in time order, with its signed statement.
import { SIDES, type Side } from "@fairhat/protocol";
import { passoverRows } from "./after-draw.ts";
import type { Context } from "./context.ts";
import type { Draw } from "./repository.ts";

export interface SignedStep {
  step: "sealed" | "locked" | "bound" | "opened" | "void" | "passover";
  at: string;
  /** The random service that did it, if any. */
  service: Side | null;
  /** The signer's key, hex; null for unsigned steps. */
  key: string | null;
  statement: Record<string, unknown>;
  signature: string | null;
}

const DONE = [
  ["seal", "sealed", "issuedAt"],
  ["binding", "bound", "boundAt"],
  ["opening", "opened", "openedAt"],
] as const;

const ORDER: SignedStep["step"][] = ["sealed", "locked", "bound", "opened", "void", "passover"];

export async function signedSteps({ db }: Pick<Context, "db">, draw: Draw): Promise<SignedStep[]> {
  const rows = draw.passed === 0 ? [] : await passoverRows(db, draw.id);
  const passovers = rows.map(({ key, signed }): SignedStep => {
    const { statement, signature } = JSON.parse(signed);
    return { step: "passover", at: statement.at, service: null, key, statement, signature };
  });
  const steps = [...ofServices(draw), ...ofCore(draw), ...passovers];
  return steps.sort((one, other) => ORDER.indexOf(one.step) - ORDER.indexOf(other.step));
}

function* ofServices(draw: Draw): Generator<SignedStep> {
  for (const [kind, step, time] of DONE) {
    for (const side of SIDES) {
      const text = draw[`${kind}_${side}`];
      if (text === null) continue;
      const { statement, signature } = JSON.parse(text);
      yield { step, at: statement[time], service: side, key: statement.service, statement, signature };
    }
  }
}

// Both services sign the manifest's digest; nobody signs that a draw is void (docs/protocol.md section 8).
function* ofCore({ manifest, locked_at, void: ended }: Draw): Generator<SignedStep> {
  const unsigned = { service: null, key: null, signature: null };
  if (manifest && locked_at) yield { step: "locked", at: locked_at, ...unsigned, statement: JSON.parse(manifest) };
  if (ended) yield { step: "void", at: JSON.parse(ended).at, ...unsigned, statement: JSON.parse(ended) };
}
