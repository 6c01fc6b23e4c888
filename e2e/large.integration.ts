import { proveLargeDraws } from "./large.ts";

proveLargeDraws(3, 10);
