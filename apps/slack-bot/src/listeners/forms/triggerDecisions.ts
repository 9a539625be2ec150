import { Instant } from "@safe-return/domain/calendar"
import { latestEpisode } from "@safe-return/domain/pathway"
import { Clock, Effect } from "effect"
import { undecidedTriggers } from "../../casework/undecidedTriggers.ts"
import { noticeView } from "../../views/noticeView.ts"
import { triggerDecisionsView } from "../../views/triggerDecisionsView.ts"
import type { CaseForm } from "./CaseForm.ts"

export const triggerDecisionsForm: CaseForm = {
  permission: "decide-on-trigger",
  episodeMeant: latestEpisode,
  open: Effect.fn("triggerDecisionsForm")(function* ({ child, state, episode }) {
    const undecided = undecidedTriggers(state, Instant(yield* Clock.currentTimeMillis))
    return undecided.length === 0
      ? noticeView("No trigger that may be shown in Slack is waiting for a decision on this child.")
      : triggerDecisionsView({ child, episodeId: episode.id }, undecided)
  })
}
