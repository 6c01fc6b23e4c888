export { hiddenEntry } from "./hiding.ts";
export { distinctLabels, isPairs, namedPairs, writtenPairs } from "./pairs.ts";
export { isPanels, writtenPanels } from "./panels.ts";
export { type ParamField, typedParam } from "./params.ts";
