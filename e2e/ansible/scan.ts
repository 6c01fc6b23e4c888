// Scans a machine's ports from outside.
import { connect } from "node:net";

// Milliseconds. Filtered ports never answer; expected ones may be slow on a busy machine.
const PATIENCE = { others: 1500, meant: 15_000 };
const AT_ONCE = 4_000;

/** The ports that accept a TCP connection; `meant` should. */
export async function openPorts(address: string, ports: number[], meant: number[]): Promise<number[]> {
  const patience = (port: number) => (meant.includes(port) ? PATIENCE.meant : PATIENCE.others);
  const open: number[] = [];
  for (let from = 0; from < ports.length; from += AT_ONCE) {
    const some = ports.slice(from, from + AT_ONCE);
    const answers = await Promise.all(some.map((port) => answersAt(address, port, patience(port))));
    open.push(...some.filter((_, at) => answers[at]));
  }
  return open;
}

function answersAt(host: string, port: number, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(patience, () => end(false));
    socket.on("connect", () => end(true)).on("error", () => end(false));
  });
}
