import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { readCarerOffer } from "../../views/carerOfferView.ts"
import { readLink } from "../findCase.ts"
import { submissionOf } from "../forms/CaseForm.ts"
import { carerOfferForm } from "../forms/offer.ts"

export const carerOfferSubmitted = submissionOf(
  carerOfferForm,
  Effect.fn("carerOfferSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readCarerOffer(link, values))
    const casework = yield* Casework
    yield* casework.execute(link.child, command, person)
    return Option.none()
  })
)
