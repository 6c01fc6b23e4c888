// Which files of secrets there are, by letting ci/secrets make them.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The names of the files by folder. */
export function secretFiles(): Map<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), "fairhat-docs-"));
  try {
    // A certificate that is there is not made, which would need openssl.
    mkdirSync(join(folder, "proxy"));
    for (const file of ["tls.crt", "tls.key"]) writeFileSync(join(folder, "proxy", file), "x", { mode: 0o400 });
    const made = Bun.spawnSync(["sh", join(import.meta.dir, "../secrets"), folder]);
    if (made.exitCode !== 0) throw new Error(made.stderr.toString());
    return new Map(readdirSync(folder).map((service) => [service, readdirSync(join(folder, service)).sort()]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
