export { embedCore, startCore, type Upstreams } from "./start.ts";
