export type { SealingApp } from "./app.ts";
export type { Bound, Opened, Published, RandomAbout, Sealed } from "./contract.ts";
export { type RandomGenerator, systemGenerator } from "./generator.ts";
export { monitored } from "./monitored.ts";
export { main } from "./operate.ts";
export { type Composition, embedSealing, startSealing } from "./start.ts";
