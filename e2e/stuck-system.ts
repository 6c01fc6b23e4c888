// Preloaded into a service: the system's generator works until the file STUCK_FILE exists, and gives zeros from then
// on.
import { existsSync } from "node:fs";

const file = process.env.STUCK_FILE ?? "";
const good = crypto.getRandomValues.bind(crypto);

Object.defineProperty(crypto, "getRandomValues", {
  value: (bytes: Uint8Array<ArrayBuffer>) => (existsSync(file) ? bytes.fill(0) : good(bytes)),
});
