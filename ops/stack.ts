// Makes the Swarm stack from compose.yml, the one place that describes the deployment:  bun ops/stack.ts [FOLDER] >stack.json
// FOLDER holds the secrets on the machine that deploys. Settings come from the environment, as for Compose. Their names in Swarm
// end with a digest that `docker stack deploy` fills in from the environment: a secret that changes is a new one, and the services
// that use it are updated. ops/deploy does all of that.
import { parse, type Resolved } from "./stack/resolved.ts";
import { stackOf } from "./stack/stack.ts";

function resolved(): Resolved {
  const config = Bun.spawnSync(["docker", "compose", "config", "--format", "json"], { stderr: "inherit" });
  if (config.exitCode !== 0) process.exit(config.exitCode);
  return parse(config.stdout.toString());
}

const [, , folder = ".fairhat/secrets"] = process.argv;
process.stdout.write(`${JSON.stringify(stackOf(resolved(), folder), null, 2)}\n`);
