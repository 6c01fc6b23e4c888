import project from "../../package.json" with { type: "json" };
import type { Settings } from "./settings.ts";
import type { About } from "./web.ts";

/** What /health reports about this process. FAIRHAT_REVISION is the commit it was built from. */
export function about(service: string, settings: Settings): About {
  return { service, revision: settings.text("FAIRHAT_REVISION", "development"), version: project.version };
}
