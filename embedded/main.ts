import { run } from "@fairhat/runtime";
import { startEmbedded } from "./start.ts";

await run(async () => {
  const serving = await startEmbedded(process.env);
  const url = serving.url.replace("127.0.0.1", "localhost");
  process.stdout.write(`
Fairhat is ready: ${url}

  Make a draw on that page, or look at the sample draw: ${url}/draws
  Then download its record and check it:                npm run verify -- <file>

  It keeps its data in one folder on this machine (FAIRHAT_DATA, otherwise .fairhat) and is for trying out and for
  small local draws. Stop it with Ctrl+C.
`);
  return serving;
});
