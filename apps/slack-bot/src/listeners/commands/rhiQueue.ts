import { Instant } from "@safe-return/domain/calendar"
import { interviewQueue } from "@safe-return/domain/deadlines"
import { Clock, Effect, Option } from "effect"
import { Casework } from "../../casework/Casework.ts"
import { interviewQueueList } from "../../messages/interviewQueueList.ts"
import type { CommandHandler } from "./CommandHandler.ts"
import type { RhiCommand } from "./parseRhi.ts"

/** `/rhi queue` */
export const rhiQueue: CommandHandler<Extract<RhiCommand, { _tag: "Queue" }>> = {
  permission: "see-queue",
  handle: Effect.fn("rhiQueue")(function* () {
    const casework = yield* Casework
    const now = Instant(yield* Clock.currentTimeMillis)
    return Option.some(interviewQueueList({ lines: interviewQueue(yield* casework.all, now), now }))
  })
}
