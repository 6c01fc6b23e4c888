// A wire between two processes that counts what passes, so that a test can cut in at every single step.
import { connect, createServer, type Socket } from "node:net";
import { freePort } from "./ports.ts";

export interface Wire {
  name: string;
  /** Where to connect to instead of the far end. */
  port: number;
  close(): void;
}

/** Told of each piece before it passes; false keeps it back and cuts the connection. */
export type Watch = (wire: string, direction: "there" | "back") => boolean;

/** Lays a wire to a port of loopback. */
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
