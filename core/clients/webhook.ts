// Posts to an address that an organiser chose. It has to be public, however its name resolves: nobody reaches the site's
// neighbours through us.
import { type LookupAddress, lookup } from "node:dns";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import ipaddr from "ipaddr.js";

const TIMEOUT = 5_000; // milliseconds

/** Networks that are allowed beside the public internet. */
export type Networks = ReturnType<typeof ipaddr.parseCIDR>[];

/** Reads networks like "10.0.0.0/8 fd00::/8". Throws Error for anything else. */
export function parseNetworks(text: string): Networks {
  return text.split(/\s+/).filter(Boolean).map(ipaddr.parseCIDR);
}

/** Whether we may send to an IP address. IPv6 addresses that map IPv4 addresses are judged by those. */
export function isAllowed(address: string, networks: Networks): boolean {
  const parsed = ipaddr.process(address);
  return parsed.range() === "unicast" || ipaddr.subnetMatch(parsed, { allowed: networks }, "other") === "allowed";
}

/** The IP address that a URL names; null where it names a host. */
export function literalAddress({ hostname }: URL): string | null {
  const address = hostname.replace(/^\[|\]$/g, "");
  return ipaddr.isValid(address) ? address : null;
}

/** Posts a body. The status of the answer, whose body is not read; null without one. Redirects are not followed. */
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
      // A kept connection would not look its host up again.
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
