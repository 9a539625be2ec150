import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect } from "effect"
import { foundView } from "../../views/foundView.ts"
import type { CaseForm } from "./CaseForm.ts"
import { latestAt } from "./episodeToRecord.ts"
import { refusalBeforehand } from "./refusalBeforehand.ts"

export const foundForm: CaseForm = {
  permission: "record-found-and-returned",
  episodeMeant: latestAt("Missing"),
  open: Effect.fn("foundForm")(function* ({ child, state, episode }) {
    const now = Instant(yield* Clock.currentTimeMillis)
    yield* refusalBeforehand(state, { _tag: "RecordFound", episodeId: episode.id, foundAt: now })
    return foundView({ child, episodeId: episode.id }, episode, now)
  })
}
