import { Instant } from "@safe-return/domain/calendar"
import { interviewStatus } from "@safe-return/domain/pathway"
import { Clock, Effect } from "effect"
import type { CaseForm } from "../CaseForm.ts"
import { buttonFor } from "../CaseForm.ts"
import { recordingOf } from "../caseSubmission.ts"
import { owedOr } from "../episodeOwedInterview.ts"
import type { FormSlice } from "../FormSlice.ts"
import { precheck } from "../precheck.ts"
import { CARER_OFFER_FORM, carerOfferButton, carerOfferView, readCarerOffer } from "./carerOfferView.ts"

/** Where the child cannot be heard, the parent or carer is offered to tell what they know. */
export const carerOfferForm: CaseForm = {
  permission: "log-interview",
  episodeMeant: owedOr("Declined", "NotDone"),
  open: Effect.fn("carerOfferForm")(function* ({ child, state, episode }) {
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
}

const carerOfferSubmitted = recordingOf(carerOfferForm, ({ link, values }) => readCarerOffer(link, values))

export const carerOffer: FormSlice = {
  buttons: { [carerOfferButton.actionId]: buttonFor(carerOfferForm) },
  submissions: { [CARER_OFFER_FORM]: carerOfferSubmitted }
}
