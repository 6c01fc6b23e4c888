// A connection between two processes that counts pieces, so that a test can interrupt at every step.
import { connect, createServer, type Socket } from "node:net";
import { freePort } from "./ports.ts";

export interface Wire {
  name: string;
  /** The port to connect to instead of the target. */
  port: number;
  close(): void;
}

/** Called with each piece before it passes; false drops it and cuts the connection. */
export type Watch = (wire: string, direction: "there" | "back") => boolean;

/** Forwards a new port to a port of loopback. */
export async function layWire(name: string, target: number, watch: Watch): Promise<Wire> {
  const port = await freePort();
  const server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    join(near, far, () => watch(name, "there"));
    join(far, near, () => watch(name, "back"));
  }).listen(port, "127.0.0.1");
  return { name, port, close: () => server.close() };
}

function join(from: Socket, to: Socket, passes: () => boolean): void {
  const cut = () => {
    from.destroy();
    to.destroy();
  };
  from.on("data", (piece) => (passes() ? void to.write(piece) : cut()));
  from.on("end", () => to.end());
  from.on("error", cut).on("close", cut);
}
