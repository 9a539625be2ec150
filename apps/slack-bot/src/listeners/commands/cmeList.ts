import { EducationCasework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { todayInLondon } from "../../forms/PupilForm.ts"
import type { CommandHandler } from "../../handlers/Handler.ts"
import { educationCaseList } from "../../messages/educationCaseList.ts"

/** `/cme list` */
export const cmeList: CommandHandler<object> = {
  permission: "see-education-cases",
  handle: Effect.fn("cmeList")(function* () {
    const casework = yield* EducationCasework
    const today = yield* todayInLondon
    const [openCases, duties] = [yield* casework.openCases, yield* casework.duties(today)]
    return Option.some(educationCaseList({ openCases, duties, unreadable: yield* casework.unreadable, today }))
  })
}
