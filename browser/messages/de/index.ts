import type { Messages } from "../en/index.ts";
import { common } from "./common.ts";
import { draw } from "./draw.ts";
import { places } from "./places.ts";

export const de: Messages = { ...{ name: "Deutsch", common, draw, places } };
