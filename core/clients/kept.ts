/** Caches an answer for some milliseconds; concurrent callers share one request. Failures are not cached. */
export function keptFor<T>(milliseconds: number, ask: () => Promise<T>, clock = Date.now): () => Promise<T> {
  let kept: { answer: Promise<T>; since: number } | null = null;
  return () => {
    if (kept && clock() - kept.since < milliseconds) return kept.answer;
    const asked = { answer: ask(), since: clock() };
    kept = asked;
    asked.answer.catch(() => {
      if (kept === asked) kept = null;
    });
    return asked.answer;
  };
}
