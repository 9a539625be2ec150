import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect } from "effect"
import type { CaseForm } from "../CaseForm.ts"
import { latestAt } from "../episodeAtStage.ts"
import { precheck } from "../precheck.ts"
import { returnedView } from "./returnedView.ts"

export const returnedForm: CaseForm = {
  permission: "record-found-and-returned",
  episodeMeant: latestAt("Missing", "Found"),
  open: Effect.fn("returnedForm")(function* ({ child, state, episode }) {
    const now = Instant(yield* Clock.currentTimeMillis)
    yield* precheck(state, { _tag: "RecordReturned", episodeId: episode.id, returnedAt: now })
    return returnedView({ child, episodeId: episode.id }, episode, now)
  })
}
