import { Casework } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect, Option } from "effect"
import { carerOfferView } from "../../views/carerOfferView.ts"
import { readNoInterview } from "../../views/noInterviewView.ts"
import { readLink } from "../findCase.ts"
import { asOfNow, submissionOf } from "../forms/CaseForm.ts"
import { noInterviewForm } from "../forms/noInterview.ts"
import { logInterview } from "../logging.ts"

export const noInterviewSubmitted = submissionOf(
  noInterviewForm,
  Effect.fn("noInterviewSubmitted")(function* ({ metadata, person, values }) {
    const { child, episodeId } = yield* readLink(metadata)
    const said = yield* Effect.fromResult(readNoInterview(values))
    if (said._tag === "NotDone") {
      const casework = yield* Casework
      yield* casework.execute(child, { ...said, _tag: "RecordNotDone", episodeId }, person)
      return Option.none()
    }
    const offered = said.offeredAt === undefined ? {} : { offeredAt: said.offeredAt }
    yield* logInterview({ child, episodeId, logged: { ...offered, response: "declined" }, by: person })
    const link = { child, episodeId }
    return Option.some(yield* asOfNow(carerOfferView(link, Instant(yield* Clock.currentTimeMillis)), link))
  })
)
