/** What was published of each month, which is only ever added to. */
import { ownRowsOnly } from "./0001_journal.ts"

const publishedScorecards = `create table safe_return.published_scorecards (
  council text collate "C" not null references safe_return.councils,
  month text collate "C" not null,
  scorecard text not null,
  primary key (council, month)
)`

/** Also after whatever takes every right away. */
export const publishedScorecardsRights: ReadonlyArray<string> = [
  "grant select, insert on safe_return.published_scorecards to public"
]

const OWN = `council = (select r.council from safe_return.roles r where r.role = session_user)`

export const publishedScorecards0014: ReadonlyArray<string> = [
  publishedScorecards,
  ...ownRowsOnly("published_scorecards", "select"),
  `alter policy own_council on safe_return.published_scorecards using (${OWN}) with check (${OWN})`,
  ...publishedScorecardsRights
]
