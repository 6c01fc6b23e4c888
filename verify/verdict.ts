// From the bytes of a record to a verdict, docs/protocol.md section 9.
import { type DrawRecord, type Problem, readDocument } from "@fairhat/protocol";
import { CHECKS, type Check, type Facts, type Keys, type Tell, unknownRule } from "./checks.ts";
import { failureAt } from "./compare.ts";

export type Verdict = "holds" | "does not hold" | "void" | "cannot decide" | "not a record";

/** One check: its name, what must hold, and how it went. */
export type CheckReport = { name: string; demand: string } & (
  | { status: "passed"; facts: Facts }
  | { status: "failed"; facts: Facts; expected: string; found: string }
  | { status: "skipped"; why: string }
);

export type FailedCheck = Extract<CheckReport, { status: "failed" }>;

export interface Report {
  verdict: Verdict;
  /** All ten in their order; none where nothing could be checked. */
  checks: CheckReport[];
  /** The first that failed. */
  failed: FailedCheck | null;
  /** Why it is not a record, cannot be decided, or was made void (in the words of the record). */
  why: string | null;
  /** Pinned: both services' keys were given. Unknown: only those in the record were seen for one side at least. */
  signers: "pinned" | "unknown";
  /** Whether the draw was announced before; false: made at once; null: the record could not be read. */
  announced: boolean | null;
}

/** What is told while it checks: which part (0 to 1) of the check of this name is done, and at its end how it went. */
export type Progress = { check: string; part: number } | { check: string; report: CheckReport };

export interface Options {
  /** The services' public keys where they are known from elsewhere. */
  keys?: Keys;
  /** Hears of each check when it begins (part 0), on its way through a long list, and when it is done. */
  progress?: (progress: Progress) => void;
}

const NO_KEYS: Keys = { a: [], b: [] };
const UNHEARD = () => {};
const FORM = { name: "form", demand: "the file is a record of protocol 1 in canonical form" };

/** Checks the bytes of a record's file. */
export function verifyRecord(file: Uint8Array, { keys = NO_KEYS, progress = UNHEARD }: Options = {}): Report {
  progress({ check: FORM.name, part: 0 });
  const read = readDocument(file);
  const facts = { bytes: String(file.length) };
  const signers = keys.a.length > 0 && keys.b.length > 0 ? "pinned" : "unknown";
  const unread: Omit<Report, "verdict"> = { checks: [], failed: null, why: null, signers, announced: null };
  switch (read.kind) {
    case "not a record":
      return { ...unread, verdict: "not a record", why: read.why };
    case "lock":
      return { ...unread, verdict: "cannot decide", why: "it is a lock, and no record" };
    case "undecided":
      return { ...unread, verdict: "cannot decide", why: read.why };
    case "malformed":
      return { ...unread, verdict: "does not hold", ...malformed(facts, read.problem, progress) };
    case "record": {
      const form: CheckReport = { ...FORM, status: "passed", facts };
      progress({ check: FORM.name, report: form });
      const checks = [form, ...run(read.record, keys, progress)];
      const announced = read.record.manifest.drawAfter !== null;
      return { ...unread, checks, announced, ...judged(read.record, checks) };
    }
  }
}

type Hear = NonNullable<Options["progress"]>;

function malformed(facts: Facts, problem: Problem, progress: Hear): Pick<Report, "checks" | "failed"> {
  const failed: FailedCheck = { ...FORM, status: "failed", facts, ...failureAt(problem) };
  const skipped = CHECKS.map(
    ({ name, demand }) => ({ name, demand, status: "skipped", why: "the form failed" }) as const,
  );
  const checks = [failed, ...skipped];
  for (const report of checks) progress({ check: report.name, report });
  return { checks, failed };
}

function run(record: DrawRecord, keys: Keys, progress: Hear): CheckReport[] {
  const passed = new Set<string>();
  return CHECKS.map((check) => {
    const tell: Tell = (part) => progress({ check: check.name, part });
    tell(0);
    const report = runOne(check, record, keys, passed, tell);
    if (report.status === "passed") passed.add(check.name);
    progress({ check: check.name, report });
    return report;
  });
}

function runOne(check: Check, record: DrawRecord, keys: Keys, passed: ReadonlySet<string>, tell: Tell): CheckReport {
  const { name, demand } = check;
  const why = check.skipped?.(record, passed);
  if (why) return { name, demand, status: "skipped", why };
  const failure = check.failure(record, keys, tell);
  const facts = check.facts(record, keys);
  return failure ? { name, demand, status: "failed", facts, ...failure } : { name, demand, status: "passed", facts };
}

function judged(record: DrawRecord, checks: CheckReport[]): Pick<Report, "verdict" | "failed" | "why"> {
  const failed = checks.find((check) => check.status === "failed");
  if (failed) return { verdict: "does not hold", failed, why: null };
  const why = unknownRule(record.manifest);
  if (why) return { verdict: "cannot decide", failed: null, why };
  return { verdict: record.void ? "void" : "holds", failed: null, why: record.void?.reason ?? null };
}
