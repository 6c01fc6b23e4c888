// Interlinear annotation and the empty Braille cell show nothing either, though Unicode does not call them ignorable.
const INVISIBLE = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\ufff9-\ufffb\u2800]*$/u;

/** Whether a reader sees nothing of a text: it has white space and invisible characters only, or is empty. */
export function isBlank(text: string): boolean {
  return INVISIBLE.test(text);
}
