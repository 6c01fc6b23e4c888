// The figures of a run, by name. Each is the median of its rounds; the spread is half the range, as a share of the
// median.
import type { Round } from "./draws.ts";
import type { Reading } from "./pages.ts";
import type { Run } from "./run.ts";
import { calibrated, median, ratios, spread } from "./statistics.ts";

export interface Figures {
  figures: Record<string, number>;
  /** Of figures that were measured more than once. */
  spread: Record<string, number>;
}

export function figuresOf(run: Run): Figures {
  const rounds = { ...drawsOf(run.rounds), ...readsOf(run.readings.rounds), ...listsOf(run) };
  const repeated = Object.entries(rounds).filter(([, values]) => values.length > 1);
  const medians = Object.entries(rounds).map(([name, values]) => [name, rounded(median(values))]);
  return {
    figures: { ...Object.fromEntries(medians), ...onceOf(run) },
    spread: Object.fromEntries(repeated.map(([name, values]) => [name, rounded(spread(values))])),
  };
}

function drawsOf(rounds: Round[]): Record<string, number[]> {
  const of = (value: (round: Round) => number) => rounds.map(value);
  const names = Object.keys(rounds[0]?.fairhat.byProcess ?? {});
  return {
    "draws.cpu_us": of(({ fairhat }) => fairhat.cpu),
    "draws.cpu_us_calibrated": of(({ fairhat, verification }) => calibrated(fairhat.cpu, verification)),
    ...Object.fromEntries(
      names.map((name) => [`draws.cpu_us_${name}`, of((round) => round.fairhat.byProcess[name] ?? 0)]),
    ),
    "draws.per_second": of(({ fairhat }) => fairhat.throughput),
    "draws.p50_ms": of(({ fairhat }) => fairhat.p50),
    "draws.p99_ms": of(({ fairhat }) => fairhat.p99),
    "draws.ratio_pgbench": ratios(
      of(({ fairhat }) => fairhat.throughput),
      of(({ inserts }) => inserts),
    ),
    "draws.ratio_flask": ratios(
      of(({ flask }) => flask.cpu),
      of(({ fairhat }) => fairhat.cpu),
    ),
    "batch.per_second": of(({ batch }) => batch),
    "batch.ratio_pgbench": ratios(
      of(({ batch }) => batch),
      of(({ inserts }) => inserts),
    ),
    "flask.cpu_us": of(({ flask }) => flask.cpu),
    "flask.per_second": of(({ flask }) => flask.throughput),
    "pgbench.per_second": of(({ inserts }) => inserts),
    "machine.verification_us": of(({ verification }) => verification),
  };
}

function readsOf(rounds: Reading[]): Record<string, number[]> {
  const of = (name: keyof Reading) => rounds.map((round) => round[name].cpu);
  return {
    "read.page_cpu_us": of("page"),
    "read.page_gzip_cpu_us": of("pageGzip"),
    "read.file_cpu_us": of("file"),
    "read.ratio_file": ratios(of("file"), of("page")),
    "read.ratio_file_gzip": ratios(of("fileGzip"), of("pageGzip")),
  };
}

function listsOf({ lists, verifier }: Run): Record<string, number[]> {
  return {
    "lists.lock_s": lists.map(({ lock }) => lock),
    "lists.ratio_copy": lists.map(({ lock, copy }) => lock / copy),
    "lists.others_wait_ms": lists.map(({ othersWait }) => othersWait),
    "lists.core_mb": lists.map(({ coreMemory }) => coreMemory),
    "verify.ratio_sha256sum": verifier.map(({ verify, sha256sum }) => verify / sha256sum),
  };
}

function onceOf({ single, idlePss, recent }: Run): Record<string, number> {
  const memory = Object.values(idlePss).reduce((sum, one) => sum + one, 0);
  const byStored = recent.map(({ stored, cpu }) => [`recent.cpu_us_${stored}`, rounded(cpu)]);
  const [least, most] = [recent[0]?.cpu ?? Number.NaN, recent.at(-1)?.cpu ?? Number.NaN];
  return {
    "draws.single_p50_ms": rounded(single.measured.p50),
    "stack.idle_pss_mb": rounded(memory),
    ...Object.fromEntries(byStored),
    "recent.ratio_stored": rounded(most / least),
  };
}

/** Three significant digits: more would be noise. */
function rounded(value: number): number {
  return value >= 1_000 ? Math.round(value) : Number(value.toPrecision(3));
}
