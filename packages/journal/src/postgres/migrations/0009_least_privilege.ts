/** A council's role may do no more than the bot does: table-wide rights would let it lock the table for all. */

const OWN = `council = (select r.council from safe_return.roles r where r.role = session_user)`

const TABLES = [
  "events",
  "deliveries",
  "profiles",
  "reveals",
  "audit",
  "audit_ends",
  "holds",
  "tombstones",
  "availabilities",
  "police_references"
]

/** By who logged in: what runs as the owner is bound to the same council. */
const byWhoLoggedIn: ReadonlyArray<string> = [
  `create or replace function safe_return.own_council() returns text language sql stable
     as $$ select r.council from safe_return.roles r where r.role = session_user $$`,
  "alter policy own_role on safe_return.roles using (role = session_user)",
  `alter policy own_council on safe_return.councils using (${OWN})`,
  ...TABLES.map((table) => `alter policy own_council on safe_return.${table} using (${OWN}) with check (${OWN})`)
]

/** What is kept in columns that are written again. */
const CHANGED: Readonly<Record<string, string>> = {
  councils: "last_position, announce_from",
  deliveries: "delivery, tag, said_at, claimed_by, claimed_at",
  profiles: "profile",
  audit_ends: "number, after",
  holds: "holds",
  availabilities: "availability",
  police_references: "child"
}

/** Takes any other right from `role`, and gives every admitted role what the bot needs. */
export const leastPrivilege = (role: string): ReadonlyArray<string> => [
  `revoke all on all tables in schema safe_return from ${role}`,
  "grant select on all tables in schema safe_return to public",
  `grant insert on ${TABLES.map((table) => `safe_return.${table}`).join(", ")} to public`,
  ...Object.entries(CHANGED).map(([table, columns]) => `grant update (${columns}) on safe_return.${table} to public`)
]

/** Revoked even if granted again: records are not edited, and go by an erasure alone. */
const onlyAdded = `
create function safe_return.only_added() returns trigger language plpgsql as $$
begin
  if pg_has_role(session_user, (select c.relowner from pg_class c where c.oid = tg_relid), 'usage') then
    return new;
  end if;
  raise exception 'what was recorded is only ever added to' using errcode = '42501';
end
$$`

const eraseHeld = `
create function safe_return.erase_held(of_child text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine text;
begin
  select r.council into strict mine from safe_return.roles r where r.role = session_user;
  if not exists (select from safe_return.tombstones t where t.council = mine and t.child = of_child) then
    raise exception 'what was recorded of % is taken away by an erasure alone', of_child using errcode = '42501';
  end if;
  delete from safe_return.events where council = mine and child = of_child;
  delete from safe_return.profiles where council = mine and child = of_child;
  delete from safe_return.deliveries where council = mine and subject = of_child;
  delete from safe_return.reveals where council = mine and child = of_child;
  delete from safe_return.police_references where council = mine and child = of_child;
end
$$`

const dropDeliveries = `
create function safe_return.drop_deliveries_of_erased(of_child text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from safe_return.deliveries d
    where d.council = (select r.council from safe_return.roles r where r.role = session_user) and d.subject = of_child
      and exists (select from safe_return.tombstones t where t.council = d.council and t.child = of_child)
      and not exists (select from safe_return.events e where e.council = d.council and e.child = of_child)
$$`

const dropTeamDeliveries = `
create function safe_return.drop_team_deliveries(until timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from safe_return.deliveries d
    where d.council = (select r.council from safe_return.roles r where r.role = session_user)
      and d.subject = 'team' and d.said_at < until
$$`

export const leastPrivilege0009: ReadonlyArray<string> = [
  ...byWhoLoggedIn,
  ...leastPrivilege("public"),
  onlyAdded,
  `create trigger only_added before update on safe_return.events
     for each row execute function safe_return.only_added()`,
  `create trigger never_emptied before truncate on safe_return.events
     for each statement execute function safe_return.only_added()`,
  eraseHeld,
  dropDeliveries,
  dropTeamDeliveries
]
