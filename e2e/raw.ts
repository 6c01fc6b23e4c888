// Requests as no browser sends them: bytes over a socket.
import { connect } from "node:net";

/** The answer to these characters, one byte each. The request must make the server close the connection. */
export async function raw(url: string, request: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).setEncoding("latin1");
  socket.write(Buffer.from(request, "latin1"));
  let answer = "";
  for await (const piece of socket) answer += piece;
  return answer;
}

/** The answer to a GET with only these lines. */
export function rawGet(url: string, target: string, ...headers: string[]): Promise<string> {
  return raw(url, [`GET ${target} HTTP/1.1`, ...headers, "Connection: close", "", ""].join("\r\n"));
}

export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
}
