export type { SealingApp } from "./app.ts";
export { type RandomGenerator, systemGenerator } from "./generator.ts";
export { main } from "./operate.ts";
export { type Composition, embedSealing, startSealing } from "./start.ts";
