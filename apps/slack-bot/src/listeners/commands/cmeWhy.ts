import type { PupilReference } from "@safe-return/domain/education"
import { Effect, Option } from "effect"
import { findPupil, todayInLondon } from "../../forms/PupilForm.ts"
import type { CommandHandler } from "../../handlers/Handler.ts"
import { educationCaseFacts } from "../../messages/educationCaseFacts.ts"

/** `/cme why <reference>` */
export const cmeWhy: CommandHandler<{ readonly reference: PupilReference }> = {
  permission: "see-education-cases",
  pupil: ({ command }) => Option.some(command.reference),
  handle: Effect.fn("cmeWhy")(function* ({ command }) {
    return Option.some(educationCaseFacts(yield* findPupil(command.reference), yield* todayInLondon))
  })
}
