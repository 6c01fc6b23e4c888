// From the bytes of a record or a lock to a verdict, docs/protocol.md section 9.
import { type Problem, readDocument } from "@fairhat/protocol";
import { type Check, type Evidence, evidenceOf, type Facts, type Keys, type Known, type Tell } from "./check.ts";
import { CHECKS } from "./checks.ts";
import { failureAt } from "./compare.ts";
import { labelled, type Outcome, recomputedOutcome, unknownRule } from "./outcome.ts";
import { passovers } from "./passovers.ts";
import { previous } from "./previous.ts";
import { receipt } from "./receipt.ts";
import { type DrawSummary, summaryOf } from "./summary.ts";

export type Verdict = "holds" | "holds so far" | "erased" | "does not hold" | "void" | "cannot decide" | "not a record";

/** One check: its name, its requirement, and its result. */
export type CheckReport = { name: string; demand: string } & (
  | { status: "passed"; facts: Facts }
  | { status: "failed"; facts: Facts; expected: string; found: string }
  | { status: "skipped"; why: string }
);

export type FailedCheck = Extract<CheckReport, { status: "failed" }>;

export interface Report {
  verdict: Verdict;
  /** All ten in order, including skipped ones; none if nothing could be checked. */
  checks: CheckReport[];
  /** The first failed check. */
  failed: FailedCheck | null;
  /** Why it is not a record, cannot be decided, or was made void (in the record's words). */
  why: string | null;
  /** Pinned: both services' keys were given. Unknown: for at least one side, only those in the record are known. */
  signers: "pinned" | "unknown";
  /** Whether the draw was announced; false: made at once; null: unreadable, or not opened. */
  announced: boolean | null;
  /** The file's summary of its draw; null: unreadable. */
  summary: DrawSummary | null;
  /** For a void draw with both openings: the rule's outcome, which nobody published. */
  outcome: Outcome | null;
  /** Its result, with labels instead of positions. */
  labelled: unknown;
}

/** Progress: the finished part (0 to 1) of the named check, and its result at the end. */
export type Progress = { check: string; part: number } | { check: string; report: CheckReport };

export interface Options {
  /** The services' public keys, if known from elsewhere. */
  keys?: Keys;
  /** The id of the expected draw: the file must be of it. */
  draw?: string | null;
  /** M of a kept lock: the file must have the same. */
  M?: string | null;
  /** A file of passovers to check with the record, and core's public keys if known from elsewhere. */
  passovers?: Known["passovers"];
  /** A receipt's file to check against the manifest. */
  receipt?: Known["receipt"];
  /** What was published of the first draw that this one follows: it holds, or its list is erased. */
  previous?: Known["previous"];
  /** Called when each check begins (part 0), during a long list, and when it is done. */
  progress?: (progress: Progress) => void;
}

const UNREAD: Omit<Report, "verdict" | "signers"> = {
  checks: [],
  failed: null,
  why: null,
  announced: null,
  summary: null,
  outcome: null,
  labelled: null,
};
const NO_KEYS: Keys = { a: [], b: [] };
const UNHEARD = () => {};
const FORM = { name: "form", demand: "the file is a record or a lock of protocol 1 in canonical form" };

/** Checks the bytes of a record's or a lock's file. */
export function verifyRecord(file: Uint8Array, options: Options = {}): Report {
  const { progress = UNHEARD } = options;
  const known = knownFrom(options);
  const { keys } = known;
  progress({ check: FORM.name, part: 0 });
  const read = readDocument(file);
  const facts = { bytes: String(file.length) };
  const signers = keys.a.length > 0 && keys.b.length > 0 ? "pinned" : "unknown";
  const unread: Omit<Report, "verdict"> = { ...UNREAD, signers };
  switch (read.kind) {
    case "not a record":
      return { ...unread, verdict: "not a record", why: read.why };
    case "undecided":
      return { ...unread, verdict: "cannot decide", why: read.why };
    case "malformed":
      return { ...unread, verdict: "does not hold", ...malformed(facts, read.problem, known, progress) };
    default: {
      const evidence = read.kind === "lock" ? evidenceOf(read.lock) : read.record;
      const form: CheckReport = { ...FORM, status: "passed", facts };
      progress({ check: FORM.name, report: form });
      const checks = [form, ...run(evidence, known, progress)];
      const summary = summaryOf(evidence);
      return { ...unread, checks, summary, announced: summary.announced, ...judged(evidence, checks) };
    }
  }
}

type Hear = NonNullable<Options["progress"]>;

function knownFrom(options: Options): Known {
  const { keys = NO_KEYS, draw = null, M = null, passovers = null, receipt = null, previous = null } = options;
  return { keys, draw, M, passovers, receipt, previous };
}

function checksFor(known: Known): readonly Check[] {
  const beside = [known.passovers && passovers, known.receipt && receipt, known.previous && previous];
  return [...CHECKS, ...beside.filter((check) => check !== null)];
}

function malformed(facts: Facts, problem: Problem, known: Known, progress: Hear): Pick<Report, "checks" | "failed"> {
  const failed: FailedCheck = { ...FORM, status: "failed", facts, ...failureAt(problem) };
  const skipped = checksFor(known).map(
    ({ name, demand }) => ({ name, demand, status: "skipped", why: "the form failed" }) as const,
  );
  const checks = [failed, ...skipped];
  for (const report of checks) progress({ check: report.name, report });
  return { checks, failed };
}

function run(evidence: Evidence, known: Known, progress: Hear): CheckReport[] {
  const passed = new Set<string>();
  return checksFor(known).map((check) => {
    const tell: Tell = (part) => progress({ check: check.name, part });
    tell(0);
    const report = runOne(check, evidence, known, passed, tell);
    if (report.status === "passed") passed.add(check.name);
    progress({ check: check.name, report });
    return report;
  });
}

function runOne(check: Check, evidence: Evidence, known: Known, passed: ReadonlySet<string>, tell: Tell): CheckReport {
  const { name, demand } = check;
  const why = check.skipped?.(evidence, passed);
  if (why) return { name, demand, status: "skipped", why };
  const failure = check.failure(evidence, known, tell);
  const facts = check.facts(evidence, known);
  return failure ? { name, demand, status: "failed", facts, ...failure } : { name, demand, status: "passed", facts };
}

type Judgement = Pick<Report, "verdict"> & Partial<Pick<Report, "failed" | "why" | "outcome" | "labelled">>;

function judged(evidence: Evidence, checks: CheckReport[]): Judgement {
  const failed = checks.find((check) => check.status === "failed");
  if (failed) return { verdict: "does not hold", failed };
  if (evidence.state === "locked") return { verdict: "holds so far" };
  const why = unknownRule(evidence.manifest);
  if (why) return { verdict: "cannot decide", why };
  if (!evidence.void) return { verdict: evidence.entries === null ? "erased" : "holds" };
  return { verdict: "void", why: evidence.void.reason, ...unpublishedOutcome(evidence) };
}

// Section 8: once both numbers are public the result is fixed, regardless of what the record says about the draw.
function unpublishedOutcome(evidence: Evidence): Pick<Report, "outcome" | "labelled"> | null {
  if (!evidence.openings.a || !evidence.openings.b || evidence.entries === null) return null;
  const outcome = recomputedOutcome(evidence);
  return { outcome, labelled: labelled(outcome?.result, evidence.entries) };
}
