import { inEnglish, type Problem } from "@fairhat/protocol";

/** A problem as programs read it; null where there is none. */
export function english(problem: Problem | null) {
  return problem && inEnglish(problem);
}
