import { type Composition, systemGenerator } from "@fairhat/sealing";

/** The random service whose numbers come from the operating system. */
export const randomA: Composition = { service: "random-a", port: 3001, generator: () => systemGenerator };
