/** The cases of children missing education: a stream a child, apart from the pathway's events. */
import { ownRowsOnly } from "./0001_journal.ts"

const events = `create table safe_return.education_events (
  council text collate "C" not null references safe_return.councils,
  -- One for every spelling of the child's education reference.
  key text collate "C" not null,
  version integer not null check (version > 0),
  -- As it was written first.
  child text collate "C" not null,
  id text collate "C" not null,
  recorded text not null,
  primary key (council, key, version),
  unique (council, key, id)
)`

/** Also after whatever takes every right away; no row is taken away but by an erasure. */
export const educationRights: ReadonlyArray<string> = ["grant select, insert on safe_return.education_events to public"]

const eraseEducation = `
create function safe_return.erase_education(of_child text, of_key text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine text;
begin
  select r.council into strict mine from safe_return.roles r where r.role = session_user;
  if not exists (select from safe_return.tombstones t where t.council = mine and t.child = of_child) then
    raise exception 'what was recorded of % is taken away by an erasure alone', of_child using errcode = '42501';
  end if;
  delete from safe_return.education_events where council = mine and key = of_key;
end
$$`

const OWN = `council = (select r.council from safe_return.roles r where r.role = session_user)`

export const educationCases0013: ReadonlyArray<string> = [
  events,
  ...ownRowsOnly("education_events", "select"),
  `alter policy own_council on safe_return.education_events using (${OWN}) with check (${OWN})`,
  ...educationRights,
  `create trigger only_added before update on safe_return.education_events
     for each row execute function safe_return.only_added()`,
  `create trigger never_emptied before truncate on safe_return.education_events
     for each statement execute function safe_return.only_added()`,
  eraseEducation
]
