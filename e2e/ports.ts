import { createServer } from "node:net";

// Below the kernel's ephemeral range, where another connection could take the port before it is used.
const [FROM, END] = [10_240, 32_768];
let next = FROM + ((process.pid * 64) % (END - FROM)); // each process starts elsewhere

/** A free TCP port on loopback; never the same one twice. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = next;
    next = next + 1 < END ? next + 1 : FROM;
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once("error", () => resolve(false))
      .listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
