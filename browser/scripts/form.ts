// Enhances the form that makes a draw. Without scripts it is the same form.
import { keepDraft } from "./draft.ts";
import { query } from "./element.ts";
import { offerFiles } from "./files.ts";
import { helpWithList } from "./help.ts";
import { offerPrivacy } from "./hide.ts";
import { listWorker } from "./listworker.ts";
import { addOwnFields } from "./ownfields.ts";
import { followProblems, guardConnection } from "./problems.ts";
import { offerSheet } from "./review.ts";
import { offerTryout } from "./try.ts";

const form = query<HTMLFormElement>(document, "form[data-make]");
const ask = listWorker(form.dataset.list ?? "");

addOwnFields(form);
followProblems();
guardConnection();
const helped = helpWithList(form, ask);
offerFiles(form, ask, helped);
keepDraft(form);
offerSheet(form, offerPrivacy(form, ask, helped));
offerTryout(document);
