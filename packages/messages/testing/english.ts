/** Words that no text in another language has, and without which there is hardly an English sentence. */
export const ENGLISH =
  /\b(the|and|of|is|are|this|that|these|you|your|with|from|by|to|for|it|its|no|yes|or|not|nothing|expected|found|entry|entries|tickets|again)\b/;
