// Generates the API's types from the OpenAPI description of a running core.
import { siteOf, startFairhat } from "@fairhat/core/testing";
import openapiTypescript, { astToString } from "openapi-typescript";

const HEADER = "// Made by `bun packages/client/generate.ts` from the OpenAPI description. Do not edit.\n";

export async function madeTypes(): Promise<string> {
  const core = await startFairhat();
  try {
    const { json } = await siteOf(core.context).get("/api/openapi.json");
    return HEADER + astToString(await openapiTypescript(json, { emptyObjectsUnknown: true }));
  } finally {
    await core.stop();
  }
}
