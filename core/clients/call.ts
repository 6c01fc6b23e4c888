// Core's calls to other services: a timeout for every call, and one error type.
import type { Treaty } from "@elysiajs/eden";

const DEADLINE = 10_000; // milliseconds

/** The cause that a smaller call might avoid: size or time. */
type Excess = "too much" | "late";

/** A service did not answer, or not correctly. Its state is unknown; repeating the call is safe. */
export class ServiceDown extends Error {
  readonly service: string;
  /** What it did not do, as in "does not answer". */
  readonly why: string;
  /** Whether a smaller call might succeed; null if unknown. */
  readonly excess: Excess | null;

  constructor(service: string, why: string, excess: Excess | null = null) {
    super(`${service} ${why}`);
    this.service = service;
    this.why = why;
    this.excess = excess;
  }
}

/** Eden's settings: `parseDate` would turn times into Dates and break hashes. A call is aborted at its timeout. */
export function eden(token?: string, deadline = DEADLINE): Treaty.Config {
  return {
    parseDate: false,
    fetcher: fetchTwice,
    headers: token ? { authorization: `Bearer ${token}` } : {},
    onRequest: () => ({ signal: AbortSignal.timeout(deadline) }),
  };
}

// A stopping instance closes idle connections, possibly while a call is being sent. All our calls can be repeated, so
// the next instance answers.
export const fetchTwice: typeof fetch = Object.assign(
  (input: string | URL | Request, init?: RequestInit) =>
    fetch(input, init).catch((broken) => {
      if (init?.signal?.aborted) throw broken;
      return fetch(input, init);
    }),
  { preconnect: fetch.preconnect },
);

/** Adds the ids of the requests that a call is made for. */
export function traced(requests: string): { headers: Record<string, string> } {
  return { headers: { "x-request-id": requests } };
}

export interface Reply<Data> {
  data: Data | null;
  error: { status: unknown; value: unknown } | null;
}

/** The data of a reply. Throws ServiceDown for everything else. */
export async function dataOf<Data>(service: string, reply: Promise<Reply<Data>>): Promise<Data> {
  const { data, error } = await reply.catch((cause: Error) => {
    throw silent(service, cause);
  });
  // For a failed call Eden returns an error whose value is what was thrown.
  if (error?.value instanceof Error) throw silent(service, error.value);
  if (error) {
    throw new ServiceDown(service, `answered with status ${error.status}`, error.status === 413 ? "too much" : null);
  }
  if (data === null) throw new ServiceDown(service, "answered nothing");
  return data;
}

// The runtime's message about a connection is only logged.
function silent(service: string, cause: Error): ServiceDown {
  const excess = cause.name === "TimeoutError" ? "late" : null;
  return Object.assign(new ServiceDown(service, "does not answer", excess), { cause });
}

/** The answers to a list of `asked` items, one for each. Throws ServiceDown. */
export async function answersOf<Answer>(
  service: string,
  asked: number,
  reply: Promise<Reply<{ answers: Answer[] }>>,
): Promise<Answer[]> {
  const { answers } = await dataOf(service, reply);
  if (answers?.length !== asked) throw new ServiceDown(service, "did not answer all that it was asked");
  return answers;
}
