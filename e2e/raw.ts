// A request as no browser sends it: bytes over a socket.
import { connect } from "node:net";

/** What comes back for these characters, each one byte. The request has to make the other side close the connection. */
export async function raw(url: string, request: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).setEncoding("latin1");
  socket.write(Buffer.from(request, "latin1"));
  let answer = "";
  for await (const piece of socket) answer += piece;
  return answer;
}

/** What comes back for a GET with these lines and no others. */
export function rawGet(url: string, target: string, ...headers: string[]): Promise<string> {
  return raw(url, [`GET ${target} HTTP/1.1`, ...headers, "Connection: close", "", ""].join("\r\n"));
}

export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
}
