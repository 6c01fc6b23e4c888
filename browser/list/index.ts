export { type ParamField, typedParam } from "./params.ts";
