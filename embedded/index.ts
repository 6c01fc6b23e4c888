export { type Connecting, startEmbedded } from "./start.ts";
