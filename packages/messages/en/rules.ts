/** What a language says of a published rule in its own words, which must say the same as the rule's own. */
export interface RuleWords {
  title: string;
  text: string;
  /** What happens with just these parameters, which fit the list, and a list of this size. */
  sentence(params: object, size: { count: number; tickets: number }): string;
}

/** By a rule's name with its version. English says what the rules service publishes. */
export const rules: Readonly<Record<string, RuleWords>> = {};
