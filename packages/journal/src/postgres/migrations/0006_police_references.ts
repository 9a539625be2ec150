/** One police reference stands for one child, whichever instance records what comes under it. */
import { ownRowsOnly } from "./0001_journal.ts"

const policeReferences = `create table safe_return.police_references (
  council text collate "C" not null references safe_return.councils,
  reference text collate "C" not null,
  child text collate "C" not null,
  primary key (council, reference)
)`

/**
 * One append under a police reference, as `append` makes it, unless the reference stands for another child than
 * `instead_of`: the outcome is `elsewhere` then, and nothing is added. Both are one transaction in the council's queue,
 * so of several who come at once the first decides.
 */
const appendUnder = `
create function safe_return.append_under(
  under text, instead_of text, of_child text, expected integer, ids text[], recorded text[]
) returns table (
  outcome text, actual integer, first_position bigint, used_id text, positions bigint[], texts text[], stands_for text
)
language plpgsql as $$
declare
  mine text;
begin
  select c.council into strict mine
    from safe_return.councils c where c.council = safe_return.own_council() for no key update;
  select p.child into stands_for
    from safe_return.police_references p where p.council = mine and p.reference = under;
  if stands_for <> of_child and stands_for is distinct from instead_of then
    outcome := 'elsewhere';
    return next;
    return;
  end if;
  select a.outcome, a.actual, a.first_position, a.used_id, a.positions, a.texts
    into outcome, actual, first_position, used_id, positions, texts
    from safe_return.append(array[of_child], array[expected], array[cardinality(ids)], ids, recorded) a;
  if outcome in ('added', 'there') and stands_for is distinct from of_child then
    insert into safe_return.police_references as p (council, reference, child) values (mine, under, of_child)
      on conflict (council, reference) do update set child = excluded.child;
  end if;
  return next;
end
$$`

export const policeReferences0006: ReadonlyArray<string> = [
  policeReferences,
  // For the end of a child's records.
  "create index of_child on safe_return.police_references (council, child)",
  ...ownRowsOnly("police_references", "select, insert, update, delete"),
  appendUnder
]
