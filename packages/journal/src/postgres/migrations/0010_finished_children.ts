/** What a start has to know of a finished child, so that it need not read what was recorded of them. */
import { ownRowsOnly } from "./0001_journal.ts"

const finished = `create table safe_return.finished (
  council text collate "C" not null references safe_return.councils,
  child text collate "C" not null,
  -- Of the last event: it counts for as long as that is the last.
  version integer not null,
  position bigint not null,
  -- A digest of the profile it was judged with, or null where there was none; and by which rule.
  profile text,
  judged integer not null,
  finished text not null,
  primary key (council, child)
)`

/** Also after whatever takes every right away; no row is taken away but by an erasure. */
export const finishedRights: ReadonlyArray<string> = [
  "grant insert on safe_return.finished to public",
  "grant update (version, position, profile, judged, finished) on safe_return.finished to public"
]

const eraseHeld = `
create or replace function safe_return.erase_held(of_child text) returns void
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
  delete from safe_return.finished where council = mine and child = of_child;
end
$$`

const changedAt = `
create function safe_return.note_change() returns trigger language plpgsql as $$
begin
  new.changed_at := clock_timestamp();
  return new;
end
$$`

const OWN = `council = (select r.council from safe_return.roles r where r.role = session_user)`

export const finishedChildren0010: ReadonlyArray<string> = [
  finished,
  ...ownRowsOnly("finished", "select"),
  `alter policy own_council on safe_return.finished using (${OWN}) with check (${OWN})`,
  ...finishedRights,
  eraseHeld,
  // Every child, without a look at every event.
  "create index streams_begin on safe_return.events (council, child) where version = 1",
  "create index unsaid on safe_return.deliveries (council, subject) where tag not in ('Sent', 'Superseded')",
  // Which profiles any instance changed lately, without a look at every profile.
  "alter table safe_return.profiles add column changed_at timestamptz not null default clock_timestamp()",
  "create index changed on safe_return.profiles (council, changed_at)",
  changedAt,
  `create trigger note_change before insert or update on safe_return.profiles
     for each row execute function safe_return.note_change()`
]
