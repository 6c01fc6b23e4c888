// The pushes that the gate makes; docs/pipeline.md says what they prove.
import { describe, setDefaultTimeout } from "bun:test";
import { labIsThere } from "../deployment/lab.ts";
import { testPushes } from "./pushes.ts";

setDefaultTimeout(600_000);

describe.if(await labIsThere())("a push", () => testPushes({ full: false }));
