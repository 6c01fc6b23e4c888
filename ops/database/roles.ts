// Each service with a schema has two roles: the owner, which cannot log in, and the runtime role, which reads and
// writes rows but cannot change tables.

/** A role that a service runs as. */
export interface Runtime {
  /** Name of the role and of its schema. */
  role: string;
  password: string;
}

const NAME = /^[a-z_]{1,32}$/;
const PASSWORD = /^[0-9a-f]{64}$/;
/** Databases that PostgreSQL creates and that everyone may connect to. */
const OTHER_DATABASES = ["postgres", "template1"];

/**
 * Role and password of a URL like postgres://core:…@postgres:5432/fairhat, as ops/secrets writes it; null for anything
 * else.
 */
export function runtimeOf(url: string): Runtime | null {
  if (!URL.canParse(url)) return null;
  const { username: role, password } = new URL(url);
  return NAME.test(role) && PASSWORD.test(password) ? { role, password } : null;
}

/** The role that owns a service's schema. */
export function ownerOf(role: string): string {
  return `${role}_owner`;
}

/** Statements that create and update roles and schemas; safe to repeat. Names and passwords need no quoting. */
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

/** What a service does with the rows of each table. Tables without privileges are omitted. */
export type Privileges = Record<string, string>;

/** Query for objects in a role's schema, and the schema itself, that its owner role does not own. */
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
 * Gives an object to the owner role. The grants are in the same transaction, because the previous version's service is
 * still running.
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

/** One transaction that reduces a role's privileges to those that its service needs. */
export function grantStatement(role: string, privileges: Privileges): string {
  return [
    `revoke all on all tables in schema ${role} from ${role}`,
    `revoke all on schema ${role} from ${role}`,
    `grant usage on schema ${role} to ${role}`,
    ...Object.entries(privileges).map(([table, actions]) => `grant ${actions} on ${role}.${table} to ${role}`),
  ].join("; ");
}
