import { EducationCasework } from "@safe-return/casework"
import type { CivilDay } from "@safe-return/domain/calendar"
import { censusGapsOf, censusReturnOf, suppressCensusReturn } from "@safe-return/domain/education"
import { Effect, Option } from "effect"
import type { CommandHandler } from "../../handlers/Handler.ts"
import { censusReturnMessage } from "../../messages/censusReturnMessage.ts"

/** `/cme return [day]`: small counts withheld, as an answer in Slack is copied further than its reader. */
export const cmeReturn: CommandHandler<{ readonly censusDay: CivilDay }> = {
  permission: "see-census-return",
  handle: Effect.fn("cmeReturn")(function* ({ command: { censusDay } }) {
    const rows = yield* (yield* EducationCasework).rows
    const census = suppressCensusReturn(censusReturnOf(rows, censusDay))
    return Option.some(censusReturnMessage(census, censusGapsOf(rows, censusDay)))
  })
}
