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

/** `/cme list` */
export const cmeList: CommandHandler<object> = {
  permission: "see-education-cases",
  handle: Effect.fn("cmeList")(function* () {
    return Option.some(educationCaseList(yield* openCasesNow))
  })
}
