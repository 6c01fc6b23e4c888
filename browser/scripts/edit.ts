// The list of an open draw: the same help as in the form that makes one.
import { offerFiles } from "./files.ts";
import { listWorker } from "./listworker.ts";
import { lookAtList } from "./look.ts";

export function helpWithEdit(form: HTMLFormElement): void {
  const ask = listWorker(form.dataset.list ?? "");
  const takesTickets = () => form.dataset.tickets !== undefined;
  const { put } = lookAtList(form, ask, takesTickets, async () => {});
  offerFiles(form, ask, { put, takesTickets });
}
