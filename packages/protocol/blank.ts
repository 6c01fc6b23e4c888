// Interlinear annotation and the empty Braille cell are invisible too, though Unicode does not call them ignorable.
const INVISIBLE = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\ufff9-\ufffb\u2800]*$/u;

/** Whether a text looks empty: it has only white space and invisible characters, or nothing. */
export function isBlank(text: string): boolean {
  return INVISIBLE.test(text);
}
