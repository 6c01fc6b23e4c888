// All pushes.
import { describe, setDefaultTimeout } from "bun:test";
import { labIsThere } from "../deployment/lab.ts";
import { testPushes } from "./pushes.ts";

setDefaultTimeout(600_000);

describe.if(await labIsThere())("a push", () => testPushes({ full: true }));
