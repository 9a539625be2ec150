import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect, Option } from "effect"
import { Casework } from "../../casework/Casework.ts"
import { carerOfferView } from "../../views/carerOfferView.ts"
import { readNoInterview } from "../../views/noInterviewView.ts"
import { readLink } from "../findCase.ts"
import { logInterview } from "../logging.ts"
import type { SubmissionHandler } from "./SubmissionHandler.ts"

export const noInterviewSubmitted: SubmissionHandler = {
  permission: "log-interview",
  handle: Effect.fn("noInterviewSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const said = yield* Effect.fromResult(readNoInterview(values))
    if (said._tag === "NotDone") {
      const casework = yield* Casework
      yield* casework.carryOut(link.child, { ...said, _tag: "RecordNotDone", episodeId: link.episodeId }, person)
      return Option.none()
    }
    const offered = said.offeredAt === undefined ? {} : { offeredAt: said.offeredAt }
    yield* logInterview({ ...link, logged: { ...offered, response: "declined" }, by: person })
    return Option.some(carerOfferView(link, Instant(yield* Clock.currentTimeMillis)))
  })
}
