import { Instant } from "@safe-return/domain/calendar"
import { InterviewId, interviewOf, interviewStatus, offeredAtOf } from "@safe-return/domain/pathway"
import { Clock, Effect, Option } from "effect"
import { type AskedAbout, asOfNow, type CaseForm } from "../CaseForm.ts"
import { carerOfferView } from "../carerOffer/carerOfferView.ts"
import { submissionOf } from "../caseSubmission.ts"
import { owedOr } from "../episodeOwedInterview.ts"
import { recordLog } from "../logInterview/recordLog.ts"
import { precheck } from "../precheck.ts"
import { offerButton, offerView, readOffer } from "./offerView.ts"

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

/** After a child has declined, the offer to the parent or carer comes next. */
export const offerSubmitted = submissionOf(
  offerForm,
  Effect.fn("offerSubmitted")(function* ({ link: { child, episodeId }, person, values, expectedVersion }) {
    const logged = yield* Effect.fromResult(readOffer(values))
    yield* recordLog({ child, episodeId, logged, by: person, expectedVersion })
    if (logged.response !== "declined") return Option.none()
    const link = { child, episodeId }
    return Option.some(yield* asOfNow(carerOfferView(link, Instant(yield* Clock.currentTimeMillis)), link))
  })
)
