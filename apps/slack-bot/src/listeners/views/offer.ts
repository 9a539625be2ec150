import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect, Option } from "effect"
import { carerOfferView } from "../../views/carerOfferView.ts"
import { readOffer } from "../../views/offerView.ts"
import { readLink } from "../findCase.ts"
import { asOfNow, submissionOf } from "../forms/CaseForm.ts"
import { offerForm } from "../forms/offer.ts"
import { logInterview } from "../logging.ts"

/** After a child has declined, the offer to the parent or carer comes next. */
export const offerSubmitted = submissionOf(
  offerForm,
  Effect.fn("offerSubmitted")(function* ({ metadata, person, values }) {
    const { child, episodeId } = yield* readLink(metadata)
    const logged = yield* Effect.fromResult(readOffer(values))
    yield* logInterview({ child, episodeId, logged, by: person })
    if (logged.response !== "declined") return Option.none()
    const link = { child, episodeId }
    return Option.some(yield* asOfNow(carerOfferView(link, Instant(yield* Clock.currentTimeMillis)), link))
  })
)
