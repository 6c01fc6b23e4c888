// Which ports of a machine answer, seen from outside.
import { connect } from "node:net";

const PATIENCE = 1500; // milliseconds; what a firewall drops never answers
const AT_ONCE = 4_000;

/** Those of the ports that take a TCP connection. */
export async function openPorts(address: string, ports: number[]): Promise<number[]> {
  const open: number[] = [];
  for (let from = 0; from < ports.length; from += AT_ONCE) {
    const some = ports.slice(from, from + AT_ONCE);
    const answers = await Promise.all(some.map((port) => answersAt(address, port)));
    open.push(...some.filter((_, at) => answers[at]));
  }
  return open;
}

function answersAt(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(PATIENCE, () => end(false));
    socket.on("connect", () => end(true)).on("error", () => end(false));
  });
}
