import { Casework } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { interviewOf, interviewStatus, offeredAtOf } from "@safe-return/domain/pathway"
import { Clock, Effect, Option } from "effect"
import type { FormSlice } from "../CaseForm.ts"
import { asOfNow, buttonFor, type CaseForm } from "../CaseForm.ts"
import { carerOfferView } from "../carerOffer/carerOfferView.ts"
import { submissionOf } from "../caseSubmission.ts"
import { owedOr, severalOwed } from "../episodeOwedInterview.ts"
import { recordLog } from "../logInterview/recordLog.ts"
import { NO_INTERVIEW_FORM, noInterviewButton, noInterviewView, readNoInterview } from "./noInterviewView.ts"

const noInterviewForm: CaseForm = {
  permission: "log-interview",
  episodeMeant: owedOr("Declined", "NotDone"),
  records: "RecordNotDone",
  which: { button: noInterviewButton, among: severalOwed },
  open: ({ link, state, episode, person }) => {
    const standing = interviewStatus(state, episode)
    const recorded = standing._tag === "NotDone" ? standing.notDone.reason : undefined
    const offeredAt = offeredAtOf(interviewOf(state, episode.id), episode)
    return Effect.succeed(noInterviewView(link, offeredAt, person, recorded))
  }
}

const noInterviewSubmitted = submissionOf(
  noInterviewForm,
  Effect.fn("noInterviewSubmitted")(function* ({ link: { child, episodeId }, person, values, expectedVersion }) {
    const said = yield* Effect.fromResult(readNoInterview(values))
    if (said._tag === "NotDone") {
      const casework = yield* Casework
      yield* casework.execute(child, { ...said, _tag: "RecordNotDone", episodeId }, person, expectedVersion)
      return Option.none()
    }
    const offered = definedFields({ offeredAt: said.offeredAt })
    yield* recordLog({ child, episodeId, logged: { ...offered, response: "declined" }, by: person, expectedVersion })
    const link = { child, episodeId }
    return Option.some(yield* asOfNow(carerOfferView(link, Instant(yield* Clock.currentTimeMillis)), link))
  })
)

export const noInterview: FormSlice = {
  buttons: { [noInterviewButton.actionId]: buttonFor(noInterviewForm) },
  commands: { "/rhi decline": noInterviewForm },
  submissions: { [NO_INTERVIEW_FORM]: noInterviewSubmitted }
}
