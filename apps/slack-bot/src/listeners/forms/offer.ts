import { Instant } from "@safe-return/domain/calendar"
import { InterviewId, interviewOf } from "@safe-return/domain/pathway"
import { Clock, Effect } from "effect"
import { carerOfferView } from "../../views/carerOfferView.ts"
import { offerView } from "../../views/offerView.ts"
import type { CaseForm } from "./CaseForm.ts"
import { owedOr } from "./episodeMeant.ts"
import { refusalBeforehand } from "./refusalBeforehand.ts"

/** The offer is the child's first; once they have declined, it goes to the parent or carer. */
export const offerForm: CaseForm = {
  permission: "log-interview",
  episodeMeant: owedOr("Declined"),
  open: Effect.fn("offerForm")(function* ({ child, state, episode }) {
    const link = { child, episodeId: episode.id }
    const interview = interviewOf(state, episode.id)
    const now = Instant(yield* Clock.currentTimeMillis)
    const answered = { episodeId: episode.id, response: "no-answer" } as const
    if (interview?.response === "declined") {
      yield* refusalBeforehand(state, { _tag: "OfferToCarer", offeredAt: now, ...answered })
      return carerOfferView(link, now)
    }
    const newInterviewId = InterviewId.make("not-recorded")
    const offeredAt = interview?.offeredAt ?? now
    yield* refusalBeforehand(state, {
      _tag: "LogInterview",
      newInterviewId,
      ...answered,
      offeredAt,
      isInterviewer: true
    })
    return offerView(link, interview, now)
  })
}
