/** Who has the out-of-hours duty, a row a change, which is only ever added to. */
import { ownRowsOnly } from "./0001_journal.ts"

const dutyRota = `create table safe_return.duty_rota (
  council text collate "C" not null references safe_return.councils,
  version integer not null,
  change text not null,
  primary key (council, version)
)`

/** Also after whatever takes every right away. */
export const dutyRotaRights: ReadonlyArray<string> = ["grant select, insert on safe_return.duty_rota to public"]

const OWN = `council = (select r.council from safe_return.roles r where r.role = session_user)`

export const dutyRota0012: ReadonlyArray<string> = [
  dutyRota,
  ...ownRowsOnly("duty_rota", "select"),
  `alter policy own_council on safe_return.duty_rota using (${OWN}) with check (${OWN})`,
  ...dutyRotaRights
]
