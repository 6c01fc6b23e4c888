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
  /** Replaces the global fetch. */
  fetch?: (request: Request) => Promise<Response>;
}

/**
 * A client for the Fairhat at an address, `https://draws.example`. Each call returns `data`, or the problem as `error`.
 */
export function fairhat(site: string, { manageKey, fetch }: FairhatOptions = {}): Fairhat {
  return createClient<paths>({
    baseUrl: site,
    ...(fetch && { fetch }),
    ...(manageKey !== undefined && { headers: { authorization: `Bearer ${manageKey}` } }),
  });
}
