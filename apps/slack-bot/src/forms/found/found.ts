import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect } from "effect"
import type { CaseForm } from "../CaseForm.ts"
import { latestAt } from "../episodeAtStage.ts"
import { precheck } from "../precheck.ts"
import { foundView } from "./foundView.ts"

export const foundForm: CaseForm = {
  permission: "record-found-and-returned",
  episodeMeant: latestAt("Missing"),
  open: Effect.fn("foundForm")(function* ({ child, state, episode }) {
    const now = Instant(yield* Clock.currentTimeMillis)
    yield* precheck(state, { _tag: "RecordFound", episodeId: episode.id, foundAt: now })
    return foundView({ child, episodeId: episode.id }, episode, now)
  })
}
