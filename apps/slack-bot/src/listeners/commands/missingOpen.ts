import { Casework } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect, Option } from "effect"
import type { CommandHandler } from "../../handlers/Handler.ts"
import { stillMissingList } from "../../messages/stillMissingList.ts"
import type { MissingCommand } from "./parseMissing.ts"

/** `/missing open` */
export const missingOpen: CommandHandler<Extract<MissingCommand, { _tag: "Open" }>> = {
  permission: "see-cases",
  handle: Effect.fn("missingOpen")(function* () {
    const casework = yield* Casework
    return Option.some(stillMissingList(yield* casework.active, Instant(yield* Clock.currentTimeMillis)))
  })
}
