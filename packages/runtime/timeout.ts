/** The result of `running`. Throws if it takes longer than `milliseconds`. */
export async function withTimeout<T>(milliseconds: number, running: Promise<T>): Promise<T> {
  let timer: Timer | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not done within ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([running, late]).finally(() => clearTimeout(timer));
}
