// The sheet of slips of a gift exchange.
import { offerPrint } from "./print.ts";

offerPrint(document);
