// The public page of a draw. `enhance` runs again after each change of the draw.
import { offerCheck } from "./check.ts";
import { offerCopies } from "./copy.ts";
import { countDown } from "./countdown.ts";
import { follow } from "./live.ts";
import { noteLock } from "./lock.ts";
import { arriveAsOrganiser, showOrganiser } from "./organiser.ts";
import { offerPrint } from "./print.ts";
import { cameToReveal, offerReveal } from "./reveal.ts";
import { offerShare } from "./share.ts";
import { showLocalTimes } from "./times.ts";

function enhance(root: ParentNode, revealing: boolean): void {
  offerCopies(root);
  offerCheck(root);
  offerPrint(root);
  offerShare(root);
  const believed = noteLock();
  showLocalTimes(root);
  countDown(root);
  showOrganiser(root);
  offerReveal(root, { now: revealing && believed, byHand: false });
}

const justMade = arriveAsOrganiser();
enhance(document, justMade || cameToReveal());
follow(enhance);
