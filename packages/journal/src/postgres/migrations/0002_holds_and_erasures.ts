/** Whose records may not be erased, and whose have been. */
import { ownRowsOnly } from "./0001_journal.ts"

const own = `council text collate "C" not null references safe_return.councils`

/** What is recorded goes with an erasure alone, and an erasure leaves its tombstone first. */
const onlyWithTombstone = `
create function safe_return.only_with_tombstone() returns trigger language plpgsql as $$
begin
  if not exists (
    select from safe_return.tombstones t
    where t.council = old.council and t.child = old.child and t.last_position >= old.position
  ) then
    raise exception 'what was recorded of % is taken away by an erasure alone', old.child using errcode = '42501';
  end if;
  return old;
end
$$`

export const holdsAndErasures0002: ReadonlyArray<string> = [
  `create table safe_return.holds (
     ${own},
     child text collate "C" not null,
     -- All of the child's, oldest first, released ones among them.
     holds text not null,
     primary key (council, child)
   )`,
  `create table safe_return.tombstones (
     ${own},
     child text collate "C" not null,
     number integer not null,
     last_position bigint not null,
     tombstone text not null,
     primary key (council, child, number)
   )`,
  ...ownRowsOnly("holds", "select, insert, update"),
  ...ownRowsOnly("tombstones", "select, insert"),
  onlyWithTombstone,
  `create trigger only_with_tombstone before delete on safe_return.events
     for each row execute function safe_return.only_with_tombstone()`,
  "grant delete on safe_return.events, safe_return.reveals to public"
]
