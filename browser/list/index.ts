export { type ParamField, typedParam } from "./params.ts";
export { type Pasted, type PastedEntry, PasteReader, writtenList } from "./paste.ts";
