// Metrics in Prometheus's text format (0.0.4). Label values never come from a client.
type Labels = Record<string, string>;
type Sample = [suffix: string, labels: string, value: number];

/** Upper bounds of the histogram's buckets, in seconds. */
const BOUNDS = [0.005, 0.025, 0.1, 0.5, 2.5, 10];

interface Durations {
  /** Observations per bucket, not cumulative; the last bucket has no bound. */
  counts: number[];
  sum: number;
}

/** The metrics of one process. */
export class Metrics {
  readonly #families: string[][] = [];
  readonly #samples: (() => Sample[])[] = [];

  /** A value that is read when it is scraped; `counter` if it never falls. */
  observe(name: string, help: string, type: "gauge" | "counter", value: () => number): void {
    this.#add(name, help, type, () => [["", "", value()]]);
  }

  /** A counter. Returns its increment function. */
  counter(name: string, help: string): (labels: Labels, by?: number) => void {
    const counts = new Map<string, number>();
    this.#add(name, help, "counter", () => Array.from(counts, ([labels, count]): Sample => ["", labels, count]));
    return (labels, by = 1) => {
      const key = written(labels);
      counts.set(key, (counts.get(key) ?? 0) + by);
    };
  }

  /** A histogram of durations. Returns its observe function, in seconds. */
  histogram(name: string, help: string): (labels: Labels, seconds: number) => void {
    const all = new Map<string, Durations>();
    this.#add(name, help, "histogram", () => Array.from(all, ([labels, one]) => samplesOf(labels, one)).flat());
    return (labels, seconds) => {
      const key = written(labels);
      const one = all.get(key) ?? { counts: [...BOUNDS, Infinity].map(() => 0), sum: 0 };
      const bucket = BOUNDS.findIndex((bound) => seconds <= bound);
      const at = bucket < 0 ? BOUNDS.length : bucket;
      one.counts[at] = (one.counts[at] ?? 0) + 1;
      one.sum += seconds;
      all.set(key, one);
    };
  }

  text(): string {
    const families = this.#families.map(([name = "", ...head], at) => {
      const samples = this.#samples[at]?.() ?? [];
      return [
        ...head,
        ...samples.map(([suffix, labels, value]) => `${name}${suffix}${labels && `{${labels}}`} ${value}`),
      ];
    });
    return `${families.flat().join("\n")}\n`;
  }

  #add(name: string, help: string, type: string, samples: () => Sample[]): void {
    this.#families.push([name, `# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]);
    this.#samples.push(samples);
  }
}

function samplesOf(labels: string, { counts, sum }: Durations): Sample[] {
  let total = 0;
  const buckets = counts.map((count, at): Sample => {
    total += count;
    return ["_bucket", `${labels},le="${BOUNDS[at] ?? "+Inf"}"`, total];
  });
  return [...buckets, ["_sum", labels, sum], ["_count", labels, total]];
}

function written(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(",");
}

/** Metrics of the process, with their standard names. */
export function processMetrics(): Metrics {
  const metrics = new Metrics();
  const started = Date.now() / 1_000 - process.uptime();
  const cpu = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6;
  metrics.observe("process_resident_memory_bytes", "Memory in use.", "gauge", () => process.memoryUsage.rss());
  metrics.observe("process_cpu_seconds_total", "CPU time used.", "counter", () => cpu(process.cpuUsage()));
  metrics.observe("process_start_time_seconds", "When it started, in seconds since 1970.", "gauge", () => started);
  return metrics;
}
