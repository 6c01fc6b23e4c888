// Posts to an address that an organiser chose. It must be public after name resolution, so that nobody reaches internal
// hosts through core (SSRF).
import { type LookupAddress, lookup } from "node:dns";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import ipaddr from "ipaddr.js";

const TIMEOUT = 5_000; // milliseconds

/** Networks that are allowed besides the public internet. */
export type Networks = ReturnType<typeof ipaddr.parseCIDR>[];

/** Parses networks like "10.0.0.0/8 fd00::/8". Throws Error for anything else. */
export function parseNetworks(text: string): Networks {
  return text.split(/\s+/).filter(Boolean).map(ipaddr.parseCIDR);
}

/** Whether an IP address may be contacted. IPv4-mapped IPv6 addresses count as IPv4. */
export function isAllowed(address: string, networks: Networks): boolean {
  const parsed = ipaddr.process(address);
  return parsed.range() === "unicast" || ipaddr.subnetMatch(parsed, { allowed: networks }, "other") === "allowed";
}

/** The IP address in a URL; null for a host name. */
export function literalAddress({ hostname }: URL): string | null {
  const address = hostname.replace(/^\[|\]$/g, "");
  return ipaddr.isValid(address) ? address : null;
}

/**
 * Posts a body. Returns the answer's status without reading its body; null without an answer. Does not follow
 * redirects.
 */
export function post(
  url: URL,
  headers: Record<string, string>,
  body: string,
  networks: Networks,
): Promise<number | null> {
  const literal = literalAddress(url);
  if (literal !== null && !isAllowed(literal, networks)) return Promise.resolve(null);
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const options = {
      method: "POST",
      headers: { ...headers, "content-length": Buffer.byteLength(body) },
      // A kept-alive connection would skip name resolution.
      agent: false,
      lookup: allowedOnly(networks),
      signal: AbortSignal.timeout(TIMEOUT),
    } as const;
    const request = send(url, options, (response) => {
      resolve(response.statusCode ?? null);
      response.destroy();
    });
    request.on("error", () => resolve(null));
    request.end(body);
  });
}

type Callback = (error: Error | null, addresses: LookupAddress[]) => void;

function allowedOnly(networks: Networks) {
  return (host: string, _options: unknown, callback: Callback) =>
    lookup(host, { all: true }, (error, addresses = []) => {
      const allowed = addresses.filter(({ address }) => isAllowed(address, networks));
      callback(error ?? (allowed.length > 0 ? null : new Error("no public address")), allowed);
    });
}
