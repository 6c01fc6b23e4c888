/**
 * Returns a function that runs `run` once it has not been called for `pause()` milliseconds. Calls during a run cause
 * one more run after it.
 */
export function debounce(pause: () => number, run: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let again = false;
  const begin = async () => {
    again = running;
    if (running) return;
    running = true;
    try {
      await run();
    } finally {
      running = false;
      if (again) call();
    }
  };
  const call = () => {
    clearTimeout(timer);
    timer = setTimeout(begin, pause());
  };
  return call;
}
