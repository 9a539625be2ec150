import { People } from "@safe-return/casework"
import { addDays, type Instant, londonDayOf, startOfLondonDay } from "@safe-return/domain/calendar"
import type { ChildReference } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { heartbeatOwed } from "../heartbeat/heartbeatOwed.ts"
import { listsOver } from "../owed/listsOver.ts"
import { isAlert } from "../owed/OwedMessage.ts"
import { owedMessages } from "../owed/owed.ts"
import { undeliveredNews, undeliveredOver } from "../owed/undeliveredNews.ts"
import { incidentRecipients } from "../recipients/incidentRecipients.ts"
import type { Roster } from "../recipients/Roster.ts"
import { isWhole } from "../sending/DeliveryRecord.ts"
import { earliest } from "./earliest.ts"
import { caseReader } from "./readCase.ts"
import { dutyListReader } from "./readDutyList.ts"
import { overdueListsReader } from "./readOverdueLists.ts"
import type { ListFacts } from "./TeamSource.ts"

const nextLondonDay = (now: Instant): Instant => startOfLondonDay(addDays(londonDayOf(now), 1))

/** Everything that is owed about a child or to the team, with what it is computed from, as things stand now. */
export const owedReader = Effect.gen(function* () {
  const cases = yield* caseReader
  const overdueLists = yield* overdueListsReader
  const dutyList = yield* dutyListReader
  const heartbeat = yield* heartbeatOwed
  const recipients = incidentRecipients(yield* People)

  /** Not whole, where Slack did not say who hears of what could not be delivered. */
  const ofChild = Effect.fnUntraced(function* (child: ChildReference, there: Roster) {
    const snapshot = yield* cases.read(child, there)
    const owed = owedMessages(snapshot)
    if (!isWhole(snapshot.delivered)) {
      // What was sent of it cannot be read: alerts are sent again rather than not at all, and all else waits.
      return { ...snapshot, owed: owed.filter(({ urgency }) => isAlert(urgency)), isWhole: false }
    }
    const over = undeliveredOver(snapshot, owed)
    const hasUndelivered = owed.some(({ key }) => snapshot.delivered.get(key)?._tag === "Undelivered")
    if (!hasUndelivered) return { ...snapshot, owed: [...owed, ...over], isWhole: true }
    const who = yield* recipients.who
    const news = undeliveredNews(snapshot, owed, who)
    return {
      ...snapshot,
      owed: [...owed, ...over, ...news],
      isWhole: who.administrators.length + who.managers.length > 0
    }
  })

  const ofTeam = Effect.fnUntraced(function* (facts: ListFacts) {
    return [
      ...(yield* overdueLists.read(facts)),
      ...(yield* dutyList.read(facts)),
      ...listsOver(facts),
      ...(yield* heartbeat(facts.now))
    ]
  })

  return {
    ofChild,
    ofTeam,
    /** When time alone next brings something to the team; a beat is no news. */
    nextOfTeam: (now: Instant) => earliest([overdueLists.nextAt(now), dutyList.nextAt(now), nextLondonDay(now)]),
    forget: cases.forget,
    /** Slack may know more of people by now. */
    askAgain: recipients.askAgain
  }
})
