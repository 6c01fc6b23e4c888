// As many as an attacker tried: docs/decisions/0050-large-draws-take-their-turn.md.
import { proveLargeDraws } from "./large.ts";

proveLargeDraws(16, 50);
