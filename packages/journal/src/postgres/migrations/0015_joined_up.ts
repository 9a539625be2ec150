/** What joins a child's strands, and tombstones that vouch for the records of their own strand alone. */
import { ownRowsOnly } from "./0001_journal.ts"

const events = `create table safe_return.joined_up_events (
  council text collate "C" not null references safe_return.councils,
  -- One for every spelling of each reference; blank where the stream is about none of that system.
  education_key text collate "C" not null,
  social_care_key text collate "C" not null,
  version integer not null check (version > 0),
  -- As they were written first.
  education text collate "C" not null,
  social_care text collate "C" not null,
  id text collate "C" not null,
  recorded text not null,
  primary key (council, education_key, social_care_key, version),
  unique (council, education_key, social_care_key, id),
  check (education_key <> '' or social_care_key <> '')
)`

/** Also after whatever takes every right away; no row is taken away but by an erasure. */
export const joinedUpRights: ReadonlyArray<string> = ["grant select, insert on safe_return.joined_up_events to public"]

const OWN = `council = (select r.council from safe_return.roles r where r.role = session_user)`

/** References of two systems may be alike, so a tombstone of one says nothing of the other's records. */
const guard = (strand: string | null) => `
  select r.council into strict mine from safe_return.roles r where r.role = session_user;
  if not exists (
    select from safe_return.tombstones t where t.council = mine and t.child = of_child
      and t.tombstone::json ->> 'strand' is not distinct from ${strand === null ? "null" : `'${strand}'`}
  ) then
    raise exception 'what was recorded of % is taken away by an erasure alone', of_child using errcode = '42501';
  end if;`

const erase = (signature: string, strand: string | null, deletes: ReadonlyArray<string>) => `
create or replace function safe_return.${signature} returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine text;
begin${guard(strand)}
${deletes.map((each) => `  delete from safe_return.${each};`).join("\n")}
end
$$`

const eraseHeld = erase("erase_held(of_child text)", null, [
  "events where council = mine and child = of_child",
  "profiles where council = mine and child = of_child",
  "deliveries where council = mine and subject = of_child",
  "reveals where council = mine and child = of_child",
  "police_references where council = mine and child = of_child",
  "finished where council = mine and child = of_child"
])

const eraseEducation = erase("erase_education(of_child text, of_key text)", "education", [
  "education_events where council = mine and key = of_key",
  "joined_up_events where council = mine and education_key = of_key"
])

const eraseSocialCareJoins = erase("erase_social_care_joins(of_child text, of_key text)", null, [
  "joined_up_events where council = mine and social_care_key = of_key"
])

const dropDeliveries = `
create or replace function safe_return.drop_deliveries_of_erased(of_child text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from safe_return.deliveries d
    where d.council = (select r.council from safe_return.roles r where r.role = session_user) and d.subject = of_child
      and exists (
        select from safe_return.tombstones t where t.council = d.council and t.child = of_child
          and t.tombstone::json ->> 'strand' is null
      )
      and not exists (select from safe_return.events e where e.council = d.council and e.child = of_child)
$$`

export const joinedUp0015: ReadonlyArray<string> = [
  events,
  "create index by_social_care on safe_return.joined_up_events (council, social_care_key)",
  ...ownRowsOnly("joined_up_events", "select"),
  `alter policy own_council on safe_return.joined_up_events using (${OWN}) with check (${OWN})`,
  ...joinedUpRights,
  `create trigger only_added before update on safe_return.joined_up_events
     for each row execute function safe_return.only_added()`,
  `create trigger never_emptied before truncate on safe_return.joined_up_events
     for each statement execute function safe_return.only_added()`,
  eraseHeld,
  eraseEducation,
  eraseSocialCareJoins,
  dropDeliveries
]
