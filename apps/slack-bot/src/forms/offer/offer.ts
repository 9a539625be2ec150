import { Instant } from "@safe-return/domain/calendar"
import { InterviewId, interviewOf, interviewStatus, offeredAtOf } from "@safe-return/domain/pathway"
import { Clock, Effect } from "effect"
import { offerButton } from "../../messages/caseButtons.ts"
import type { AskedAbout, CaseForm } from "../CaseForm.ts"
import { carerOfferView } from "../carerOffer/carerOfferView.ts"
import { owedOr } from "../episodeOwedInterview.ts"
import { precheck } from "../precheck.ts"
import { offerView } from "./offerView.ts"

const openCarerOffer = Effect.fn("openCarerOffer")(function* ({ child, state, episode }: AskedAbout) {
  const now = Instant(yield* Clock.currentTimeMillis)
  yield* precheck(state, {
    _tag: "OfferToCarer",
    episodeId: episode.id,
    offeredAt: now,
    response: "no-answer"
  })
  const isDeclined = interviewStatus(state, episode)._tag === "Declined"
  return carerOfferView({ child, episodeId: episode.id }, now, isDeclined)
})

/** Where the child cannot be heard, the parent or carer is offered to tell what they know. */
export const carerOfferForm: CaseForm = {
  permission: "log-interview",
  episodeMeant: owedOr("Declined", "NotDone"),
  open: openCarerOffer
}

/** The offer is the child's first; once they have declined, it goes to the parent or carer. */
export const offerForm: CaseForm = {
  permission: "log-interview",
  episodeMeant: owedOr("Declined"),
  which: offerButton,
  open: Effect.fn("offerForm")(function* (asked) {
    const { child, state, episode } = asked
    if (interviewStatus(state, episode)._tag === "Declined") return yield* openCarerOffer(asked)
    const interview = interviewOf(state, episode.id)
    const now = Instant(yield* Clock.currentTimeMillis)
    yield* precheck(state, {
      _tag: "LogInterview",
      newInterviewId: InterviewId.make("not-recorded"),
      episodeId: episode.id,
      response: "no-answer",
      offeredAt: offeredAtOf(interview, episode) ?? now,
      isInterviewer: true
    })
    return offerView({ child, episodeId: episode.id }, episode, interview, now)
  })
}
