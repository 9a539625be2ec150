import { EducationCasework } from "@safe-return/casework"
import { Instant, londonDayOf } from "@safe-return/domain/calendar"
import { unseenReturnsOf } from "@safe-return/domain/education"
import { Clock, Effect, Option } from "effect"
import type { CommandHandler } from "../../handlers/Handler.ts"
import { educationCaseList } from "../../messages/educationCaseList.ts"

/** The open cases and what they wait for now, and what schools reported that waits for a look. */
export const openCasesNow = Effect.gen(function* () {
  const casework = yield* EducationCasework
  const now = Instant(yield* Clock.currentTimeMillis)
  const [openCases, duties] = [yield* casework.openCases, yield* casework.duties(londonDayOf(now))]
  const unseenReturns = (yield* casework.files)
    .flatMap(({ child, state }) => unseenReturnsOf(state).map((received) => ({ child, received })))
    .toSorted((one, other) => one.received.sentAt - other.received.sentAt)
  return { openCases, duties, unseenReturns, unreadable: yield* casework.unreadable, now }
})

/** `/cme list` */
export const cmeList: CommandHandler<object> = {
  permission: "see-education-cases",
  handle: Effect.fn("cmeList")(function* () {
    return Option.some(educationCaseList(yield* openCasesNow))
  })
}
