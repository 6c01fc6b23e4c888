import { main } from "@fairhat/sealing";
import { randomA } from "./index.ts";

await main(randomA);
