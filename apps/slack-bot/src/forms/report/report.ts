import { Council, NewIds, Notifications, policyNow, whoMay } from "@safe-return/casework"
import { Instant, MILLISECONDS_A_DAY } from "@safe-return/domain/calendar"
import {
  type ChildReference,
  type ChildState,
  type Command,
  type Episode,
  EpisodeId,
  emptyChildState,
  fitsPatterns,
  isOpen,
  isShown,
  type PoliceReference,
  patternsInWords,
  type Refusal,
  referenceNotYetGiven
} from "@safe-return/domain/pathway"
import { lastSeenAgoOf } from "@safe-return/domain/policy"
import { episodeStatus, londonDateTime } from "@safe-return/wording"
import { Clock, Effect, Option, Result } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import { findOrNew } from "../../handlers/findCase.ts"
import type { SubmissionHandler } from "../../handlers/Handler.ts"
import type { FormSlice } from "../CaseForm.ts"
import { checkEach } from "../checkEach.ts"
import { everyFault } from "../everyFault.ts"
import type { FormValues } from "../form.ts"
import { readReference } from "../logInterview/referenceView.ts"
import { noticeView } from "../noticeView.ts"
import { referenceExamples } from "../referenceExamples.ts"
import { REPORT_FORM, readReport, reportToJudge, reportView } from "./reportView.ts"

/** A report from the very same time as one on record joins it. Only where it was sent before the end does that stand. */
const whereItStands = (child: ChildReference, state: ChildState, episode: Episode): string =>
  episode.progress._tag === "Missing" && isOpen(episode)
    ? `${child} is recorded as missing since ${londonDateTime(episode.missingAt)}. The card is in the missing channel, and the allocated worker is told if one is recorded.`
    : `A disappearance of ${child} from that very time is on record already, and no longer as missing: ${episodeStatus(state, episode)}. Nobody is alerted. If the child is missing again, report when they were last seen since; if they were never back, tell ${whoMay("correct-record")}, who can put the record right.`

/** The death may be on the wrong record: the person who reports must hear that nobody is looking. */
const afterDeath = (child: ChildReference): string =>
  `A death is recorded for ${child}, so nobody is alerted by this report. It is kept, and the MASH, the Missing Co-ordinators and the team managers are asked to look at it now. If the child may be alive, ring ${whoMay("take-back-death")}, and check the reference.`

const openReports = ({ episodes }: ChildState): ReadonlyArray<Episode> =>
  episodes.filter((episode) => episode.progress._tag === "Missing" && isOpen(episode))

const lastSeenIn = (reports: ReadonlyArray<Episode>): string =>
  reports.map(({ missingAt }) => londonDateTime(missingAt)).join("; ")

/** Other reports of the child that are open, which may be about the same disappearance. */
const othersOpen = (child: ChildReference, state: ChildState, episode: Episode): string => {
  const open = openReports(state).filter(({ id }) => id !== episode.id)
  if (open.length === 0) return ""
  const seen = lastSeenIn(open)
  return ` Another report is open, last seen ${seen}: if it is about the same disappearance, ${whoMay("move-or-join-records")} joins the two: \`/missing join ${child}\`.`
}

/** A report is never held up by the police's reference, which may be another force's. */
const keptUnshown = Effect.fnUntraced(function* (given: PoliceReference | undefined) {
  const { references } = yield* Council
  const fits =
    given === undefined || (isShown(given) && (references === undefined || fitsPatterns(given, references.police)))
  if (fits) return ""
  const form = references === undefined ? "" : ` (${patternsInWords(references.police)})`
  return ` What you gave as the police reference does not look like one of your police's${form}. It may be another force's, or hold a name: it is shown to nobody, and kept only so that it is known again when the police send it.`
})

/** What was warned of, so that the form is not sent back twice for it. */
const warnedOf = (child: ChildReference, missingAt: Instant): string => `${child} ${missingAt}`

/** What a person may have mistaken: a second report of one disappearance alerts everybody again, and so does a wrong year. */
const doubtsAbout = Effect.fnUntraced(function* (
  child: ChildReference,
  missingAt: Instant,
  now: Instant,
  open: ReadonlyArray<Episode>
) {
  const days = Math.floor((now - missingAt) / MILLISECONDS_A_DAY)
  const isLongAgo = days > lastSeenAgoOf(yield* policyNow)
  return [
    ...(open.length === 0
      ? []
      : [
          `${escapeSlack(child)} is recorded as missing already, last seen ${lastSeenIn(open)}.\nIf this is the same disappearance, close this form: everybody has been alerted. If the child was back in between, or you are not sure, report it.`
        ]),
    ...(isLongAgo
      ? [
          `You gave ${londonDateTime(missingAt)} as when the child was last seen, which is ${days} days ago. Check the day, the month and the year. If that is right, report it.`
        ]
      : [])
  ]
})

/** The form once more, with what was filled in. */
const askAgain = Effect.fnUntraced(function* (
  child: ChildReference,
  missingAt: Instant,
  now: Instant,
  doubts: ReadonlyArray<string>
) {
  const view = reportView(now, yield* referenceExamples, { reference: child, missingAt })
  const asked = `:warning: *Not reported yet.* ${doubts.join("\n")}`
  return {
    ...view,
    submit: { type: "plain_text", text: "Report anyway" } as const,
    private_metadata: warnedOf(child, missingAt),
    blocks: [section(asked), ...view.blocks]
  }
})

/** The report as if a time of it that was refused were right. */
const withoutFault =
  (now: Instant) =>
  (command: Command, { field }: Refusal): Command | undefined => {
    if (command._tag !== "ReceiveNotification" || command.notification.kind !== "missing") return undefined
    const { notification } = command
    const reportedAt = field === "reportedAt" ? now : notification.reportedAt
    const missingAt = field === "missingAt" ? Instant(Math.min(now, reportedAt)) : notification.missingAt
    return { ...command, notification: { ...notification, reportedAt, missingAt } }
  }

/** Every time that cannot be true. */
const checkTimes = Effect.fnUntraced(function* (values: FormValues) {
  const policy = yield* policyNow
  const now = Instant(yield* Clock.currentTimeMillis)
  const notification = reportToJudge(values, now)
  const command: Command = {
    _tag: "ReceiveNotification",
    notification,
    newEpisodeId: EpisodeId.make("to-judge"),
    policy
  }
  yield* Effect.fromResult(checkEach(emptyChildState, [command], { now }, (_, { field }) => field, withoutFault(now)))
})

/** A report by a person is the same notification that the police send, and is kept in the same way. */
const reportSubmitted: SubmissionHandler = {
  permission: "report-missing",
  about: ({ values }) => Option.map(Result.getSuccess(readReport(values)), ({ reference }) => reference),
  handle: Effect.fn("reportSubmitted")(function* ({ person, values, metadata }) {
    const read = Effect.fromResult(readReport(values))
    const typed = Option.toArray(Result.getSuccess(readReference(values)))
    yield* everyFault([read, ...typed.map(findOrNew), checkTimes(values)])
    const { reference, policeReference, ...report } = yield* read
    const { child, state: before } = yield* findOrNew(reference)
    const now = Instant(yield* Clock.currentTimeMillis)
    const { missingAt } = report
    const open = openReports(before)
    const isJoining = open.some((episode) => episode.missingAt === missingAt)
    const doubts = yield* doubtsAbout(child, missingAt, now, isJoining ? [] : open)
    if (doubts.length > 0 && metadata !== warnedOf(child, missingAt)) {
      return Option.some(yield* askAgain(child, missingAt, now, doubts))
    }
    const notifications = yield* Notifications
    const { state, episode } = yield* notifications.receive(
      {
        kind: "missing",
        policeReference: policeReference ?? referenceNotYetGiven(yield* (yield* NewIds).event),
        sentAt: now,
        child: { reference: child },
        ...report
      },
      person
    )
    const unshown = yield* keptUnshown(policeReference)
    if (state.death !== undefined) return Option.some(noticeView(`${afterDeath(child)}${unshown}`))
    // Received as a `missing`, it belongs to an episode whatever was there before.
    return Option.map(episode, (reported) =>
      noticeView(`${whereItStands(child, state, reported)}${othersOpen(child, state, reported)}${unshown}`)
    )
  })
}

export const report: FormSlice = {
  submissions: { [REPORT_FORM]: reportSubmitted }
}
