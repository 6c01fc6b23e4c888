/** Words that occur in no other language here, and in nearly every English sentence. */
export const ENGLISH =
  /(?<![\p{L}\d])(the|and|of|is|are|this|that|these|you|your|with|from|by|to|for|it|its|yes|or|not|nothing|expected|found|entry|entries|tickets|again)(?![\p{L}\d])/u;
