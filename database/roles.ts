// For each service that keeps something a schema, the role that owns it and with which nobody logs in, and the role that the
// service runs as, which reads and writes rows and changes nothing about tables.

/** A role that a service runs as. */
export interface Runtime {
  /** Its name, which is that of its schema as well. */
  role: string;
  password: string;
}

const NAME = /^[a-z_]{1,32}$/;
const PASSWORD = /^[0-9a-f]{64}$/;
/** What PostgreSQL makes beside ours, and lets everybody connect to. */
const OTHER_DATABASES = ["postgres", "template1"];

/** Role and password of a URL like postgres://core:…@postgres:5432/fairhat, as ci/secrets writes it; null for others. */
export function runtimeOf(url: string): Runtime | null {
  if (!URL.canParse(url)) return null;
  const { username: role, password } = new URL(url);
  return NAME.test(role) && PASSWORD.test(password) ? { role, password } : null;
}

/** The role that owns the schema of a service. */
export function ownerOf(role: string): string {
  return `${role}_owner`;
}

/** The statements, safe to repeat, that bring roles and schemas to their form. Names and passwords need no quoting. */
export function roleStatements(database: string, runtimes: Runtime[]): string[] {
  const rights = "nosuperuser nocreatedb nocreaterole noreplication nobypassrls";
  return [
    ...[database, ...OTHER_DATABASES].map((name) => `revoke all on database ${name} from public`),
    "revoke all on schema public from public",
    ...runtimes.flatMap(({ role, password }) => [
      createRole(ownerOf(role)),
      `alter role ${ownerOf(role)} with nologin ${rights}`,
      createRole(role),
      `alter role ${role} with login ${rights} password '${password}'`,
      `grant connect on database ${database} to ${role}`,
      `create schema if not exists ${role} authorization ${ownerOf(role)}`,
    ]),
  ];
}

function createRole(role: string): string {
  return `do $$ begin if not exists (select from pg_roles where rolname = '${role}') then create role ${role}; end if; end $$`;
}

/** By table, what a service does with its rows; whatever it does with none is not listed. */
export type Privileges = Record<string, string>;

/** The query for what is in the schema of a role and belongs to another than its owner, the schema itself among it. */
export function objectsOfOtherOwners(role: string): string {
  const other = (owner: string) => `pg_get_userbyid(${owner}) <> '${ownerOf(role)}'`;
  return `
    select 'schema' as kind, nspname::text as name from pg_namespace where nspname = '${role}' and ${other("nspowner")}
    union all select 'table', relname from pg_class
      where relnamespace = '${role}'::regnamespace and relkind in ('r', 'p') and ${other("relowner")}
    union all select 'function', proname || '(' || pg_get_function_identity_arguments(oid) || ')' from pg_proc
      where pronamespace = '${role}'::regnamespace and ${other("proowner")}`;
}

/**
 * The statement that gives an object to the owner. What the role may do with it comes in the same transaction, for the
 * service of the version before runs on.
 */
export function transferStatement(
  role: string,
  { kind, name }: { kind: string; name: string },
  privileges: Privileges,
): string {
  const object = kind === "schema" ? name : `${role}.${name}`;
  const grants = { schema: "usage", table: privileges[name] }[kind];
  return [
    `alter ${kind} ${object} owner to ${ownerOf(role)}`,
    ...(grants ? [`grant ${grants} on ${kind} ${object} to ${role}`] : []),
  ].join("; ");
}

/** The statement, one transaction, after which a role may do with its tables what its service does, and nothing else. */
export function grantStatement(role: string, privileges: Privileges): string {
  return [
    `revoke all on all tables in schema ${role} from ${role}`,
    `revoke all on schema ${role} from ${role}`,
    `grant usage on schema ${role} to ${role}`,
    ...Object.entries(privileges).map(([table, actions]) => `grant ${actions} on ${role}.${table} to ${role}`),
  ].join("; ");
}
