import { main } from "@fairhat/sealing";
import { randomB } from "./index.ts";

await main(randomB);
