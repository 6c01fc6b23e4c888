// How core speaks to the other services: a deadline for every call, and one kind of error when none comes.
import type { Treaty } from "@elysiajs/eden";

const DEADLINE = 10_000; // milliseconds

/** What a call asked too much of: of one call's size, or of its time. */
type Excess = "too much" | "late";

/** A service did not answer, or not as it should. Nothing is known to have happened there; asking again is safe. */
export class ServiceDown extends Error {
  readonly service: string;
  /** What it did not do, as in "does not answer". */
  readonly why: string;
  /** Why less may be answered where this was not; null where that is not known. */
  readonly excess: Excess | null;

  constructor(service: string, why: string, excess: Excess | null = null) {
    super(`${service} ${why}`);
    this.service = service;
    this.why = why;
    this.excess = excess;
  }
}

/** Settings for Eden: `parseDate` would turn times into Dates and break what is hashed. A call is aborted at its deadline. */
export function eden(token?: string, deadline = DEADLINE): Treaty.Config {
  return {
    parseDate: false,
    fetcher: fetchTwice,
    headers: token ? { authorization: `Bearer ${token}` } : {},
    onRequest: () => ({ signal: AbortSignal.timeout(deadline) }),
  };
}

// An instance that stops closes the connections that lay idle, and a call may be on its way on one. Every call of ours can be
// repeated, so the next instance answers it.
export const fetchTwice: typeof fetch = Object.assign(
  (input: string | URL | Request, init?: RequestInit) =>
    fetch(input, init).catch((broken) => {
      if (init?.signal?.aborted) throw broken;
      return fetch(input, init);
    }),
  { preconnect: fetch.preconnect },
);

/** Names the requests that a call is made for. */
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
  // Eden makes a status of its own where a call failed, with what was thrown as the value.
  if (error?.value instanceof Error) throw silent(service, error.value);
  if (error) {
    throw new ServiceDown(service, `answered with status ${error.status}`, error.status === 413 ? "too much" : null);
  }
  if (data === null) throw new ServiceDown(service, "answered nothing");
  return data;
}

// What the runtime says of a broken connection is for the log alone.
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
