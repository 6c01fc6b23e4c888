// Fairhat's API as typed functions: each route of its OpenAPI description by method and path.
import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./api.ts";

export type Draw = components["schemas"]["Draw"];
export type MadeDraw = components["schemas"]["MadeDraw"];
/** The body that makes a draw. */
export type NewDraw = paths["/api/draws"]["post"]["requestBody"]["content"]["application/json"];
export type Problem = components["schemas"]["Problem"];
export type Fairhat = Client<paths>;

export interface FairhatOptions {
  /** Sent with each request: a client with a key is for one draw. */
  manageKey?: string;
  /** Sent with each request, to make draws on a site where only some may. */
  accessCode?: string;
  /** Replaces the global fetch. */
  fetch?: (request: Request) => Promise<Response>;
}

/**
 * A client for the Fairhat at an address, `https://draws.example`. Each call returns `data`, or the problem as `error`.
 */
export function fairhat(site: string, { manageKey, accessCode, fetch }: FairhatOptions = {}): Fairhat {
  const token = manageKey ?? accessCode;
  return createClient<paths>({
    baseUrl: site,
    ...(fetch && { fetch }),
    ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
  });
}
