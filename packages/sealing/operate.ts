// Operator commands of a random service: `bun random-a/main.ts <command>`, with the service's settings.
import { own } from "@fairhat/protocol";
import { assertMigrated, BadSettings, connect, type Database, databaseUrl, run, Settings } from "@fairhat/runtime";
import { addOwnKey, retireKeys } from "./key-store.ts";
import { migrations } from "./migrations.ts";
import { type Composition, schemaOf, startSealing } from "./start.ts";
import { type Db, OMITTED_FROM_BACKUPS, type Tables } from "./tables.ts";

type Environment = Record<string, string | undefined>;

/** Returns the message for the operator. */
type Command = (service: Composition, environment: Environment, connecting: typeof connect) => Promise<string>;

const COMMANDS: Record<string, Command> = {
  async "new-key"(service, environment, connecting) {
    if (environment.KEY_FILE) throw new BadSettings([OWN_FILE]);
    await withStore(service, environment, connecting, addOwnKey);
    return "The new key makes the seals once the service is started anew; the one before goes on with its own.";
  },
  async restored(service, environment, connecting) {
    await withStore(service, environment, connecting, retireKeys);
    return "All keys are retired. Start the service anew: it makes itself a new one and publishes it.";
  },
  async "backup-options"(service) {
    return OMITTED_FROM_BACKUPS.map((table) => `--exclude-table-data=${schemaOf(service)}.${table}`).join("\n");
  },
};

const OWN_FILE =
  "KEY_FILE: the keys of this service come from a file. Put the new key behind those in it and start every replica anew, " +
  "then put it first and start them anew once more";

/** Runs one command. Throws BadSettings for an unknown one. */
export async function operate(
  service: Composition,
  name: string,
  environment: Environment,
  connecting: typeof connect = connect,
): Promise<string> {
  const command = own(COMMANDS, name);
  if (!command) throw new BadSettings([`the command must be one of ${Object.keys(COMMANDS).join(", ")}, or none`]);
  return command(service, environment, connecting);
}

async function withStore(
  service: Composition,
  environment: Environment,
  connecting: typeof connect,
  act: (db: Db) => Promise<void>,
): Promise<void> {
  const settings = new Settings(environment);
  const url = databaseUrl(settings);
  settings.check();
  const schema = schemaOf(service);
  const db: Database<unknown> = connecting(url);
  try {
    await assertMigrated(db, schema, migrations(schema));
    await act(db.withSchema(schema).withTables<Tables>());
  } finally {
    await db.destroy();
  }
}

/** The program of a random service: runs the service, or the command in its arguments. */
export function main(service: Composition): Promise<void> {
  const [command] = process.argv.slice(2);
  return run(async () => {
    if (command === undefined) return startSealing(service, process.env);
    process.stdout.write(`${await operate(service, command, process.env)}\n`);
    return process.exit(0);
  });
}
