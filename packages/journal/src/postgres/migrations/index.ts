/** Every shape the database has had, in order. One that has been released is never edited: the next one changes it. */
import { journal0001 } from "./0001_journal.ts"
import { holdsAndErasures0002 } from "./0002_holds_and_erasures.ts"
import { availability0003 } from "./0003_availability.ts"
import { appendTogether0004 } from "./0004_append_together.ts"
import { policeReferences0006 } from "./0006_police_references.ts"
import { appendAtLessCost0007 } from "./0007_append_at_less_cost.ts"
import { eventIds0008 } from "./0008_event_ids.ts"
import { leastPrivilege0009 } from "./0009_least_privilege.ts"
import { finishedChildren0010 } from "./0010_finished_children.ts"
import { shadow0011 } from "./0011_shadow.ts"
import { dutyRota0012 } from "./0012_duty_rota.ts"
import { educationCases0013 } from "./0013_education_cases.ts"
import { publishedScorecards0014 } from "./0014_published_scorecards.ts"
import { joinedUp0015 } from "./0015_joined_up.ts"

interface Migration {
  readonly version: number
  readonly name: string
  readonly statements: ReadonlyArray<string>
}

export const migrations: ReadonlyArray<Migration> = [
  { version: 1, name: "journal", statements: journal0001 },
  { version: 2, name: "holds and erasures", statements: holdsAndErasures0002 },
  { version: 3, name: "availability", statements: availability0003 },
  { version: 4, name: "appends together", statements: appendTogether0004 },
  { version: 6, name: "police references", statements: policeReferences0006 },
  { version: 7, name: "appends at less cost", statements: appendAtLessCost0007 },
  { version: 8, name: "event ids", statements: eventIds0008 },
  { version: 9, name: "least privilege", statements: leastPrivilege0009 },
  { version: 10, name: "finished children", statements: finishedChildren0010 },
  { version: 11, name: "shadow", statements: shadow0011 },
  { version: 12, name: "duty rota", statements: dutyRota0012 },
  { version: 13, name: "education cases", statements: educationCases0013 },
  { version: 14, name: "published scorecards", statements: publishedScorecards0014 },
  { version: 15, name: "joined-up view", statements: joinedUp0015 }
]

export const newestVersion: number = Math.max(...migrations.map(({ version }) => version))
