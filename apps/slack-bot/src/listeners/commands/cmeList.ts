import { EducationCasework } from "@safe-return/casework"
import { Instant, londonDayOf } from "@safe-return/domain/calendar"
import { Clock, Effect, Option } from "effect"
import type { CommandHandler } from "../../handlers/Handler.ts"
import { educationCaseList } from "../../messages/educationCaseList.ts"

/** The open cases and what they wait for now. */
export const openCasesNow = Effect.gen(function* () {
  const casework = yield* EducationCasework
  const now = Instant(yield* Clock.currentTimeMillis)
  const [openCases, duties] = [yield* casework.openCases, yield* casework.duties(londonDayOf(now))]
  return { openCases, duties, unreadable: yield* casework.unreadable, now }
})

/** What schools reported of children on their rolls, the one that was sent last first. */
const reportedAbsences = Effect.gen(function* () {
  const files = yield* (yield* EducationCasework).files
  const absences = files.flatMap(({ child, state: { returns = [] } }) =>
    returns.filter(({ kind }) => kind === "ten-day-absence").map((absence) => ({ child, absence }))
  )
  return absences.toSorted((one, other) => other.absence.sentAt - one.absence.sentAt)
})

/** `/cme list` */
export const cmeList: CommandHandler<object> = {
  permission: "see-education-cases",
  handle: Effect.fn("cmeList")(function* () {
    return Option.some(educationCaseList({ ...(yield* openCasesNow), absences: yield* reportedAbsences }))
  })
}
