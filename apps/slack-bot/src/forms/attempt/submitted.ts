import { Casework } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { interviewOf } from "@safe-return/domain/pathway"
import { Clock, Effect, Option } from "effect"
import { readLink } from "../../handlers/findCase.ts"
import { asOfNow, submissionOf } from "../CaseForm.ts"
import { carerOfferView } from "../carerOffer/carerOfferView.ts"
import { attemptForm } from "./attempt.ts"
import { readAttempt } from "./attemptView.ts"

export const attemptSubmitted = submissionOf(
  attemptForm,
  Effect.fn("attemptSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readAttempt(link, values))
    const casework = yield* Casework
    const { state } = yield* casework.execute(link.child, command, person)
    const isAsked = interviewOf(state, link.episodeId)?.carerOffer !== undefined
    if (command.result !== "carer-refused" || isAsked) return Option.none()
    // Said in the form alone: a button on the card would tell what came of the attempt.
    return Option.some(yield* asOfNow(carerOfferView(link, Instant(yield* Clock.currentTimeMillis), false), link))
  })
)
