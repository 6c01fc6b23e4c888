// The lines of many logs that speak of one request.

export interface Line {
  time: string;
  service: string;
  request: string;
  method: string;
  route: string;
  status: string | number;
}

/** Lines about a request, as they were written: the proxy's first, which tells only whole seconds, then in the order of their times. */
export function linesAbout(request: string, log: string): string[] {
  const read = log.split("\n").flatMap((text) => {
    const line = lineOf(text);
    return line?.request === request ? [{ text: objectIn(text), line }] : [];
  });
  const at = ({ service, time }: Line) => (service === "proxy" ? 0 : Date.parse(time));
  return read.sort((a, b) => at(a.line) - at(b.line)).map(({ text }) => text);
}

/** Those of `services` of which no line is. */
export function silent(services: readonly string[], lines: readonly string[]): string[] {
  const heard = lines.map((text) => lineOf(text)?.service);
  return services.filter((service) => !heard.includes(service));
}

// What prints the logs of several services may put their names and colours around each line.
function objectIn(text: string): string {
  return text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1);
}

/** A line of a log; null for text of another kind. */
export function lineOf(text: string): Line | null {
  try {
    return JSON.parse(objectIn(text));
  } catch {
    return null;
  }
}
