/** Appends that nothing stands in the way of are added in one statement, where `append` looks at each by itself. */

/**
 * Adds all events of several appends, all or none, and says at which position the first stands: null where one of the
 * appends may not be made or was made before. Each event comes with the version its append was decided on.
 */
const appendTogether = `
create function safe_return.append_together(
  children text[], expected integer[], versions integer[], ids text[], recorded text[]
) returns bigint
language plpgsql
-- The planner guesses how long the lists are, and would rather plan anew at every call.
set plan_cache_mode = force_generic_plan
as $$
declare
  mine text;
  news text;
  last bigint;
  added bigint;
begin
  -- Whoever holds this row is the only one to append until the transaction is durable or undone: positions become
  -- visible in their own order, without gaps, and what comes next sees whatever was recorded before.
  update safe_return.councils c set last_position = c.last_position + cardinality(ids)
    from safe_return.roles r where r.role = current_user and c.council = r.council
    returning c.council, c.channel, c.last_position into strict mine, news, last;
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
  perform pg_notify(news, last::text);
  return last - cardinality(ids) + 1;
exception when unique_violation then
  return null;
end
$$`

export const appendTogether0004: ReadonlyArray<string> = [appendTogether]
