import { Instant } from "@safe-return/domain/calendar"
import { isOpen, referenceNotYetGiven } from "@safe-return/domain/pathway"
import { Clock, Effect, Option } from "effect"
import { NewIds } from "../../casework/NewIds.ts"
import { Notifications } from "../../casework/Notifications.ts"
import { noticeView } from "../../views/noticeView.ts"
import { readReport } from "../../views/reportView.ts"
import { londonDateTime } from "../../words/londonTime.ts"
import { findOrNew } from "../findCase.ts"
import type { SubmissionHandler } from "./SubmissionHandler.ts"

/** A report by a person is the same notification that the police send, and is kept in the same way. */
export const reportSubmitted: SubmissionHandler = {
  permission: "report-missing",
  handle: Effect.fn("reportSubmitted")(function* ({ person, values }) {
    const { reference, policeReference, ...report } = yield* Effect.fromResult(readReport(values))
    const { child } = yield* findOrNew(reference)
    const notifications = yield* Notifications
    const { state, episode } = yield* notifications.receive(
      {
        kind: "missing",
        policeReference: policeReference ?? referenceNotYetGiven(yield* (yield* NewIds).event),
        sentAt: Instant(yield* Clock.currentTimeMillis),
        child: { reference: child },
        ...report
      },
      person
    )
    const others = state.episodes.filter(
      (other) => isOpen(other) && other.progress._tag === "Missing" && other.id !== Option.getOrUndefined(episode)?.id
    )
    const also = others.map(({ missingAt }) => londonDateTime(missingAt)).join("; ")
    return Option.some(
      noticeView(
        `${child} is recorded as missing since ${londonDateTime(report.missingAt)}. The card is in the missing channel, and the allocated worker is told if one is recorded.${
          also === ""
            ? ""
            : ` Another report is open, last seen ${also}: if it is about the same disappearance, press Correct on the card and join them.`
        }`
      )
    )
  })
}
