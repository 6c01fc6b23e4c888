export { hiddenEntry } from "./hiding.ts";
export { distinctLabels, isPairs, namedPairs, writtenPairs } from "./pairs.ts";
export { type ParamField, typedParam } from "./params.ts";
