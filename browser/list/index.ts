export { type ParamField, typedParam } from "./params.ts";
export { type Pasted, readPasted, writtenList } from "./paste.ts";
