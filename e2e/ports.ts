import { createServer } from "node:net";

// Below those that the kernel gives to whoever asks for any, or a connection of somebody else could have it by the time that it is used.
const [FROM, END] = [10_240, 32_768];
let next = FROM + ((process.pid * 64) % (END - FROM)); // another place for each process that looks for ports

/** A TCP port of loopback that nobody listens on; never the same one twice. */
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
