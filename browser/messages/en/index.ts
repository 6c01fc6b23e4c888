import { common } from "./common.ts";
import { draw } from "./draw.ts";
import { places } from "./places.ts";

export const en = { ...{ name: "English", common, draw, places } };

/** What a language has to say. */
export type Messages = typeof en;
