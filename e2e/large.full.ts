// As many as in the attack of docs/decisions/0023-large-draws-take-their-turn.md.
import { proveLargeDraws } from "./large.ts";

proveLargeDraws(16, 50);
