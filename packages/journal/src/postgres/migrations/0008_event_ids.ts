/** An event's id names it among all events of the council, and not among those of one child alone. */

/**
 * Where two children's events came to share an id before, the table cannot promise it: a trigger then leaves out what
 * has an id that is there, and appending it adds nothing.
 */
const leaveOutUsed = `
create function safe_return.leave_out_used_ids() returns trigger language plpgsql as $$
begin
  if exists (select from safe_return.events e where e.council = new.council and e.id = new.id) then
    return null;
  end if;
  return new;
end
$$`

const oneOfEachId = `
do $$
begin
  alter table safe_return.events add constraint one_of_each_id unique (council, id);
  alter table safe_return.events drop constraint events_council_child_id_key;
exception when unique_violation then
  create index event_ids on safe_return.events (council, id);
  create trigger leave_out_used_ids before insert on safe_return.events
    for each row execute function safe_return.leave_out_used_ids();
end
$$`

/**
 * As before, but for ids. Outcomes: \`added\` at \`first_position\`; \`there\`, the same ids standing in the stream from
 * \`first_version\` on, for the caller to compare; \`used\`, an id being in the journal already; \`moved\`, the stream being
 * at \`actual\`.
 */
const append = `
create function safe_return.append(
  children text[], expected integer[], counts integer[], ids text[], recorded text[]
) returns table (
  outcome text, actual integer, first_position bigint, used_id text, positions bigint[], texts text[],
  first_version integer
)
language plpgsql as $$
declare
  mine text;
  news text;
  last bigint;
  before bigint;
  offset_ integer := 0;
  own_ids text[];
begin
  select r.council into strict mine from safe_return.roles r where r.role = current_user;
  -- Whoever holds this row is the only one to append until the transaction is durable or undone: positions become
  -- visible in their own order, without gaps.
  select c.last_position, c.channel into strict last, news
    from safe_return.councils c where c.council = mine for no key update;
  before := last;
  for i in 1 .. cardinality(children) loop
    own_ids := ids[offset_ + 1 : offset_ + counts[i]];
    outcome := null; first_position := null; used_id := null; positions := null; texts := null; first_version := null;
    select coalesce(max(e.version), 0) into actual
      from safe_return.events e where e.council = mine and e.child = children[i];
    select e.version into first_version
      from safe_return.events e where e.council = mine and e.child = children[i] and e.id = own_ids[1];
    if first_version is not null then
      select array_agg(e.position order by e.version), array_agg(e.recorded order by e.version)
        into positions, texts
        from safe_return.events e
        where e.council = mine and e.child = children[i]
          and e.version between first_version and first_version + counts[i] - 1
          and e.id = own_ids[e.version - first_version + 1];
      if cardinality(positions) = counts[i] then outcome := 'there'; end if;
    end if;
    if outcome is null then
      select u.id into used_id from unnest(own_ids) with ordinality u (id, place)
        where exists (select from safe_return.events e where e.council = mine and e.id = u.id)
          or exists (select from unnest(own_ids) with ordinality o (id, place) where o.id = u.id and o.place < u.place)
        order by u.place limit 1;
      if used_id is not null then
        outcome := 'used';
      elsif actual <> expected[i] then
        outcome := 'moved';
      else
        outcome := 'added';
        first_position := last + 1;
        insert into safe_return.events (council, child, version, position, id, recorded)
          select mine, children[i], actual + n, last + n, own_ids[n], recorded[offset_ + n]
          from generate_series(1, counts[i]) n;
        last := last + counts[i];
      end if;
    end if;
    offset_ := offset_ + counts[i];
    return next;
  end loop;
  if last > before then
    update safe_return.councils c set last_position = last where c.council = mine;
    perform pg_notify(news, last::text);
  end if;
end
$$`

const appendUnder = `
create function safe_return.append_under(
  under text, instead_of text, of_child text, expected integer, ids text[], recorded text[]
) returns table (
  outcome text, actual integer, first_position bigint, used_id text, positions bigint[], texts text[],
  first_version integer, stands_for text
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
  select a.outcome, a.actual, a.first_position, a.used_id, a.positions, a.texts, a.first_version
    into outcome, actual, first_position, used_id, positions, texts, first_version
    from safe_return.append(array[of_child], array[expected], array[cardinality(ids)], ids, recorded) a;
  if outcome in ('added', 'there') and stands_for is distinct from of_child then
    insert into safe_return.police_references as p (council, reference, child) values (mine, under, of_child)
      on conflict (council, reference) do update set child = excluded.child;
  end if;
  return next;
end
$$`

export const eventIds0008: ReadonlyArray<string> = [
  leaveOutUsed,
  oneOfEachId,
  "drop function safe_return.append_under(text, text, text, integer, text[], text[])",
  "drop function safe_return.append(text[], integer[], integer[], text[], text[])",
  append,
  appendUnder
]
