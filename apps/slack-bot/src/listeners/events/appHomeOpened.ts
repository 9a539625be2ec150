import { Instant } from "@safe-return/domain/calendar"
import { interviewQueue } from "@safe-return/domain/deadlines"
import type { HomeView } from "@slack/types"
import { Clock, Effect } from "effect"
import { Casework } from "../../casework/Casework.ts"
import { queueHome } from "../../views/appHome.ts"
import type { Asked, Handler } from "../Handler.ts"

/** The queue, for those who may see it. */
export const appHomeOpened: Handler<Asked, HomeView> = {
  permission: "see-queue",
  handle: Effect.fn("appHomeOpened")(function* () {
    const casework = yield* Casework
    const now = Instant(yield* Clock.currentTimeMillis)
    return queueHome({ lines: interviewQueue(yield* casework.all, now), now })
  })
}
