// The public page of a draw. What it does again after each change of the draw is done in `dress`.
import { offerCopies } from "./copy.ts";
import { showLocalTimes } from "./times.ts";

function dress(root: ParentNode): void {
  offerCopies(root);
  showLocalTimes(root);
}

dress(document);
