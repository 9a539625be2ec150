import { Council, NewIds, Notifications } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import {
  type ChildReference,
  type ChildState,
  type Episode,
  fitsPatterns,
  isOpen,
  type PoliceReference,
  patternsInWords,
  referenceNotYetGiven
} from "@safe-return/domain/pathway"
import { episodeStatus, londonDateTime } from "@safe-return/wording"
import { Clock, Effect, Option, Result } from "effect"
import { findOrNew } from "../../handlers/findCase.ts"
import type { SubmissionHandler } from "../../handlers/Handler.ts"
import type { FormSlice } from "../CaseForm.ts"
import { noticeView } from "../noticeView.ts"
import { REPORT_FORM, readReport } from "./reportView.ts"

/** A report from the very same time as one on record joins it. Only where it was sent before the end does that stand. */
const whereItStands = (child: ChildReference, state: ChildState, episode: Episode): string =>
  episode.progress._tag === "Missing" && isOpen(episode)
    ? `${child} is recorded as missing since ${londonDateTime(episode.missingAt)}. The card is in the missing channel, and the allocated worker is told if one is recorded.`
    : `A disappearance of ${child} from that very time is on record already, and no longer as missing: ${episodeStatus(state, episode)}. Nobody is alerted. If the child is missing again, report when they were last seen since; if they were never back, press Correct on the card.`

/** The death may be on the wrong record: the person who reports must hear that nobody is looking. */
const afterDeath = (child: ChildReference): string =>
  `A death is recorded for ${child}, so nobody is alerted by this report. It is kept, and the MASH, the Missing Co-ordinators and the team managers are asked to look at it now. If the child may be alive, ring a team manager, and check the reference.`

/** Other reports of the child that are open, which may be about the same disappearance. */
const othersOpen = ({ episodes }: ChildState, episode: Episode): string => {
  const open = episodes.filter((other) => other.progress._tag === "Missing" && isOpen(other) && other.id !== episode.id)
  if (open.length === 0) return ""
  const seen = open.map(({ missingAt }) => londonDateTime(missingAt)).join("; ")
  return ` Another report is open, last seen ${seen}: if it is about the same disappearance, press Correct on the card and join them.`
}

/** A report is never held up by the police's reference, which may be another force's. */
const keptUnshown = Effect.fnUntraced(function* (given: PoliceReference | undefined) {
  const { references } = yield* Council
  if (given === undefined || references === undefined || fitsPatterns(given, references.police)) return ""
  return ` The police reference has not the form ${patternsInWords(references.police)}, so it is shown to nobody; it is kept so that it is known when the police send it.`
})

/** A report by a person is the same notification that the police send, and is kept in the same way. */
const reportSubmitted: SubmissionHandler = {
  permission: "report-missing",
  about: ({ values }) => Option.map(Result.getSuccess(readReport(values)), ({ reference }) => reference),
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
    if (state.death !== undefined) return Option.some(noticeView(afterDeath(child)))
    const unshown = yield* keptUnshown(policeReference)
    // Received as a `missing`, it belongs to an episode whatever was there before.
    return Option.map(episode, (reported) =>
      noticeView(`${whereItStands(child, state, reported)}${othersOpen(state, reported)}${unshown}`)
    )
  })
}

export const report: FormSlice = {
  submissions: { [REPORT_FORM]: reportSubmitted }
}
