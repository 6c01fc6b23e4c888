// A role for each service that keeps something, and a schema that belongs to it and that no other role can look into.

export interface Owner {
  /** Its name, which is that of its schema as well. */
  role: string;
  password: string;
}

const NAME = /^[a-z_]{1,32}$/;
const PASSWORD = /^[0-9a-f]{64}$/;

/** Role and password of a URL like postgres://core:…@postgres:5432/fairhat, as ci/secrets writes it; null for others. */
export function ownerOf(url: string): Owner | null {
  if (!URL.canParse(url)) return null;
  const { username: role, password } = new URL(url);
  return NAME.test(role) && PASSWORD.test(password) ? { role, password } : null;
}

/** The statements, safe to repeat, that make roles and schemas what they shall be. Names and passwords need no quoting. */
export function statements(database: string, owners: Owner[]): string[] {
  return [
    `revoke all on database ${database} from public`,
    "revoke all on schema public from public",
    ...owners.flatMap(({ role, password }) => [
      `do $$ begin if not exists (select from pg_roles where rolname = '${role}') then create role ${role}; end if; end $$`,
      `alter role ${role} with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '${password}'`,
      `grant connect on database ${database} to ${role}`,
      `create schema if not exists ${role} authorization ${role}`,
    ]),
  ];
}
