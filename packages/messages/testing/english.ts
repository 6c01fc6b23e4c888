/** Words that occur in no other language here, and in nearly every English sentence. */
export const ENGLISH =
  /\b(the|and|of|is|are|this|that|these|you|your|with|from|by|to|for|it|its|no|yes|or|not|nothing|expected|found|entry|entries|tickets|again)\b/;
