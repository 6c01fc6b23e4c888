// Generates the Swarm stack from compose.yml, the only description of the deployment:
//   bun ops/stack.ts [FOLDER] >stack.json
// FOLDER has the secrets on the deploying machine. Settings come from the environment, as for Compose. Secret names in
// Swarm end with a digest that `docker stack deploy` takes from the environment: a changed secret is a new one, and the
// services that use it are updated. ops/deploy does all of that.
import { parse, type Resolved } from "./stack/resolved.ts";
import { stackOf } from "./stack/stack.ts";

function resolved(): Resolved {
  const config = Bun.spawnSync(["docker", "compose", "config", "--format", "json"], { stderr: "inherit" });
  if (config.exitCode !== 0) process.exit(config.exitCode);
  return parse(config.stdout.toString());
}

const [, , folder = ".fairhat/secrets"] = process.argv;
process.stdout.write(`${JSON.stringify(stackOf(resolved(), folder), null, 2)}\n`);
