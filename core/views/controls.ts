// How a control of a form is tied to the words about it.
import type { Complaint } from "../pages/complaints.ts";

/** The id of the control for a field of a form. */
export function controlId(field: string): string {
  return field.replace(/[/.]/g, "-");
}

/** Attributes of a control with something wrong in it; `help` is the id of what describes it anyway. */
export function described(complaints: readonly Complaint[], id: string, help = ""): string {
  const isWrong = complaints.some(({ control }) => control === id);
  const describing = [isWrong ? `${id}-wrong` : "", help].filter(Boolean).join(" ");
  return (isWrong ? ' aria-invalid="true"' : "") + (describing ? ` aria-describedby="${describing}"` : "");
}
