import type { PupilReference } from "@safe-return/domain/education"
import { Effect, Option } from "effect"
import { pupilCaseBlocks } from "../../forms/pupilCase/pupilCase.ts"
import type { CommandHandler } from "../../handlers/Handler.ts"

/** `/cme why <reference>` */
export const cmeWhy: CommandHandler<{ readonly reference: PupilReference }> = {
  permission: "see-education-cases",
  pupil: ({ command }) => Option.some(command.reference),
  handle: ({ command, person }) => Effect.map(pupilCaseBlocks(command.reference, person), Option.some)
}
