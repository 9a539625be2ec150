/**
 * Appends one event without lists; the sender tells other instances afterwards, and older programs use `append_together`.
 */

/**
 * Adds one event and says at which position it stands: null where it may not be added or was added before, and then
 * nothing is changed. No row is undone by an exception, because a transaction within the transaction would be needed.
 */
const appendOne = `
create function safe_return.append_one(
  of_child text, expected integer, event_id text, event_text text
) returns bigint
language plpgsql as $$
declare
  mine text;
  last bigint;
begin
  -- Whoever holds this row is the only one to append until the transaction is durable or undone: positions become
  -- visible in their own order, without gaps, and what comes next sees whatever was recorded before.
  update safe_return.councils c set last_position = c.last_position + 1
    where c.council = (select r.council from safe_return.roles r where r.role = current_user)
    returning c.council, c.last_position into strict mine, last;
  if expected > 0 then
    perform from safe_return.events e where e.council = mine and e.child = of_child and e.version = expected;
  end if;
  if expected = 0 or found then
    insert into safe_return.events (council, child, version, position, id, recorded)
      values (mine, of_child, expected + 1, last, event_id, event_text)
      on conflict do nothing;
    if found then return last; end if;
  end if;
  update safe_return.councils c set last_position = last - 1 where c.council = mine;
  return null;
end
$$`

/** What `append_together` does, and tells nobody. */
const appendSeveral = `
create function safe_return.append_several(
  children text[], expected integer[], versions integer[], ids text[], recorded text[]
) returns bigint
language plpgsql
-- The planner guesses how long the lists are, and would rather plan anew at every call.
set plan_cache_mode = force_generic_plan
as $$
declare
  mine text;
  last bigint;
  added bigint;
begin
  update safe_return.councils c set last_position = c.last_position + cardinality(ids)
    where c.council = (select r.council from safe_return.roles r where r.role = current_user)
    returning c.council, c.last_position into strict mine, last;
  -- A version or an id that is there already breaks a key; a stream shorter than was expected leaves rows out.
  insert into safe_return.events (council, child, version, position, id, recorded)
    select mine, a.child, a.version, last - cardinality(ids) + a.place, a.id, a.recorded
    from unnest(children, expected, versions, ids, recorded)
      with ordinality a (child, expected, version, id, recorded, place)
    where a.expected = 0 or exists (
      select from safe_return.events e where e.council = mine and e.child = a.child and e.version = a.expected
    );
  get diagnostics added = row_count;
  if added < cardinality(ids) then raise unique_violation; end if;
  return last - cardinality(ids) + 1;
exception when unique_violation then
  return null;
end
$$`

/** Tells the council's instances how far the positions go by now. */
const tell = `
create function safe_return.tell() returns void language sql as $$
  select pg_notify(c.channel, c.last_position::text)
    from safe_return.councils c where c.council = safe_return.own_council()
$$`

export const appendAtLessCost0007: ReadonlyArray<string> = [appendOne, appendSeveral, tell]
