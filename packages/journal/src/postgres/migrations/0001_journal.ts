/**
 * The first shape of the database. Every table holds all councils, each row under the name of its own, and a council
 * sees its own rows alone: which council a connection speaks for is decided by the role it logged in as, so that no
 * statement it sends can change it.
 */

/** No numbers are shared between councils: a gap in one's own would tell what another does. */
const own = `council text collate "C" not null references safe_return.councils`

const tables: ReadonlyArray<string> = [
  `create table safe_return.councils (
     council text collate "C" primary key,
     -- The highest position in use; this row is the queue in which the council's appends stand.
     last_position bigint not null default 0,
     -- Where instances tell one another up to which position there is news. Nobody else can guess it.
     channel text not null unique default 'safe_return_' || replace(gen_random_uuid()::text, '-', ''),
     announce_from text
   ) with (fillfactor = 50)`,
  `create table safe_return.roles (role name primary key, ${own})`,
  // Without a reference to the council: row security holds every row to the writer's own, at no cost a row.
  `create table safe_return.events (
     council text collate "C" not null,
     child text collate "C" not null,
     version integer not null check (version > 0),
     position bigint not null check (position > 0),
     id text collate "C" not null,
     -- The very text that was written: jsonb has no place for every character a person can type.
     recorded text not null,
     primary key (council, child, version),
     unique (council, position),
     unique (council, child, id)
   )`,
  `create table safe_return.deliveries (
     ${own},
     -- A child's reference, or 'team'.
     subject text collate "C" not null,
     key text collate "C" not null,
     delivery text not null,
     tag text collate "C" not null,
     said_at timestamptz not null,
     -- Of a claim: which running instance made it, and when by the clock all of them share.
     claimed_by text,
     claimed_at timestamptz,
     primary key (council, subject, key)
   )`,
  `create index undelivered on safe_return.deliveries (council, subject, key) where tag = 'Undelivered'`,
  `create table safe_return.profiles (
     ${own},
     child text collate "C" not null,
     profile text not null,
     primary key (council, child)
   )`,
  // Only ever brought over: what was looked at since is in the audit.
  `create table safe_return.reveals (
     ${own},
     child text collate "C" not null,
     number integer not null,
     reveal text not null,
     primary key (council, child, number)
   )`,
  `create table safe_return.audit (
     ${own},
     number bigint not null,
     -- The line with the digest of itself and of the one before it.
     line text not null,
     primary key (council, number)
   )`,
  // Where the next line goes. It is written with every line, so that an end that was cut off shows.
  `create table safe_return.audit_ends (
     ${own} primary key,
     number bigint not null,
     after text not null
   ) with (fillfactor = 50)`
]

/** Each role sees the row that admits it and that council's own; who owns the schema admits roles. */
const admission: ReadonlyArray<string> = [
  `create function safe_return.own_council() returns text language sql stable
     as $$ select r.council from safe_return.roles r where r.role = current_user $$`,
  "alter table safe_return.roles enable row level security",
  "create policy own_role on safe_return.roles for select using (role = current_user)",
  "grant select on safe_return.roles to public",
  "alter table safe_return.councils enable row level security",
  `create policy own_council on safe_return.councils
     using (council = (select r.council from safe_return.roles r where r.role = current_user))`,
  "grant select, update (last_position, announce_from) on safe_return.councils to public"
]

/** Row security that binds the owner too; `public` means the admitted roles, which alone may use the schema. */
export const ownRowsOnly = (table: string, allowed: string): ReadonlyArray<string> => [
  `alter table safe_return.${table} enable row level security`,
  `alter table safe_return.${table} force row level security`,
  `create policy own_council on safe_return.${table}
     using (council = (select r.council from safe_return.roles r where r.role = current_user))
     with check (council = (select r.council from safe_return.roles r where r.role = current_user))`,
  `grant ${allowed} on safe_return.${table} to public`
]

/**
 * Several appends at once, each all or none and in the order given. Outcomes: `added` at `first_position`; `moved`, the
 * stream being at `actual`; `used`, the id being in the stream already; `there`, events with these ids standing in
 * their very place, for the caller to compare.
 */
const append = `
create function safe_return.append(
  children text[], expected integer[], counts integer[], ids text[], recorded text[]
) returns table (outcome text, actual integer, first_position bigint, used_id text, positions bigint[], texts text[])
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
    outcome := null; first_position := null; used_id := null; positions := null; texts := null;
    select coalesce(max(e.version), 0) into actual
      from safe_return.events e where e.council = mine and e.child = children[i];
    if actual > expected[i] and counts[i] > 0 then
      select array_agg(e.position order by e.version), array_agg(e.recorded order by e.version)
        into positions, texts
        from safe_return.events e
        where e.council = mine and e.child = children[i]
          and e.version between expected[i] + 1 and expected[i] + counts[i]
          and e.id = own_ids[e.version - expected[i]];
      if cardinality(positions) = counts[i] then outcome := 'there'; end if;
    end if;
    if outcome is null and actual <> expected[i] then outcome := 'moved'; end if;
    if outcome is null then
      select u.id into used_id from unnest(own_ids) u (id)
        where exists (
          select from safe_return.events e where e.council = mine and e.child = children[i] and e.id = u.id
        ) or (select count(*) from unnest(own_ids) o (id) where o.id = u.id) > 1
        limit 1;
      if used_id is not null then
        outcome := 'used';
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

/** Adds lines if the end has not moved, and says where it is: asked again after a lost answer, it adds nothing. */
const addToAudit = `
create function safe_return.add_to_audit(
  at_number bigint, at_after text, lines text[], new_after text
) returns table (end_number bigint, end_after text)
language plpgsql as $$
declare
  mine text;
begin
  select r.council into strict mine from safe_return.roles r where r.role = current_user;
  insert into safe_return.audit_ends (council, number, after) values (mine, 1, repeat('0', 64)) on conflict do nothing;
  select e.number, e.after into strict end_number, end_after
    from safe_return.audit_ends e where e.council = mine for no key update;
  if end_number = at_number and end_after = at_after and cardinality(lines) > 0 then
    insert into safe_return.audit (council, number, line)
      select mine, at_number + n - 1, lines[n] from generate_series(1, cardinality(lines)) n;
    end_number := at_number + cardinality(lines);
    end_after := new_after;
    update safe_return.audit_ends e set number = end_number, after = end_after where e.council = mine;
  end if;
  return next;
end
$$`

export const journal0001: ReadonlyArray<string> = [
  ...tables,
  ...admission,
  // Nothing recorded is edited or taken away, whatever is sent.
  ...ownRowsOnly("events", "select, insert"),
  ...ownRowsOnly("deliveries", "select, insert, update, delete"),
  ...ownRowsOnly("profiles", "select, insert, update, delete"),
  ...ownRowsOnly("reveals", "select, insert"),
  ...ownRowsOnly("audit", "select, insert"),
  ...ownRowsOnly("audit_ends", "select, insert, update"),
  append,
  addToAudit
]
