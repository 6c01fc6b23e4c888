/**
 * Gives a function that runs `run` when it was not called again for a pause, of so many milliseconds as `pause` says then.
 * Called while that runs, it runs once more after it.
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
