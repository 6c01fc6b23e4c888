import type { Settings } from "@fairhat/runtime";
import { type Composition, monitored, systemGenerator } from "@fairhat/sealing";
import { kindNames, seededGenerator } from "./generators.ts";

/** The random service whose numbers come from a generator in software. */
export const randomB: Composition = {
  service: "random-b",
  port: 3002,
  generator(settings) {
    const kind = settings.oneOf("GENERATOR", [...kindNames, "system"], "ctr-drbg");
    const added = addedEntropy(settings);
    // The seed source is monitored as well: tests of the output cannot detect a system that repeats. A failure of
    // either is reported.
    if (kind !== "system")
      return seededGenerator(
        kind,
        monitored(systemGenerator, () => {}),
        added,
      );
    if (added) settings.refuse("ENTROPY_FILE", "is of no use with GENERATOR=system; leave one of them out");
    return systemGenerator;
  },
};

function addedEntropy(settings: Settings): string {
  const added = settings.optionalFile("ENTROPY_FILE");
  // Bytes that are not UTF-8 would all decode to U+FFFD and lose their entropy.
  if (added.includes("\ufffd")) settings.refuse("ENTROPY_FILE", "must be text; write random bytes in hexadecimal");
  return added;
}
