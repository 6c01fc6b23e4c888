export { embedCore, type Neighbours, startCore } from "./start.ts";
