/** The sentences of an episode's card, which stands for days: clock times, no risk grade, nothing the child said. */
import { decisionsOwed, opening, whoMay } from "@safe-return/casework"
import { MILLISECONDS_A_MINUTE } from "@safe-return/domain/calendar"
import { clocksOf, type EpisodeClocks, type WarningLevel, warningLevel } from "@safe-return/domain/deadlines"
import {
  type Death,
  type Episode,
  interviewStatus,
  isOpen,
  laterDisappearance,
  remainingTasks,
  reportsAfterDeath,
  stayOf
} from "@safe-return/domain/pathway"
import { messageTimesOf } from "@safe-return/domain/policy"
import {
  caveatsOf,
  type DateWords,
  datesInFull,
  datesSeenFrom,
  elapsedClockInWords,
  episodeStatus,
  firstDeadlineInWords,
  hoursAndMinutes,
  londonDateTime,
  missingAgainInWords,
  stayInWords,
  workingDaysInWords
} from "@safe-return/wording"
import { Option } from "effect"
import type { EpisodeCard } from "../message/cardMessages.ts"
import type { Facts } from "../message/Message.ts"
import { otherReports } from "../owed/otherReports.ts"
import { absenceInWords } from "./absenceWords.ts"
import { alertStandingInWords } from "./acknowledgementWords.ts"
import { completionInWords } from "./completion.ts"
import { LOOK_AT_RECORD } from "./deathNotices.ts"
import { decisionOwedInWords } from "./decisionOwed.ts"
import { episodeFacts } from "./episodeFacts.ts"
import type { Style } from "./Notice.ts"
import { type Notice, type Paragraph, small } from "./Notice.ts"
import { nextStep } from "./nextStep.ts"
import { otherReportsInWords } from "./otherReports.ts"

type Card = Facts<EpisodeCard>

/** What has ended stays as it was written, so that no later day is read into it. */
const datesOf = ({ episode, now }: Card): DateWords => (isOpen(episode) ? datesSeenFrom(now) : datesInFull)

interface Deadline {
  readonly level: WarningLevel
  readonly clocks: EpisodeClocks
}

const deadlineOf = ({ state, episode, calendars, now }: Card): Deadline | undefined => {
  const level = Option.getOrUndefined(warningLevel(state, episode, now))
  const clocks = Option.getOrUndefined(clocksOf(episode, calendars))
  return level === undefined || clocks === undefined ? undefined : { level, clocks }
}

const deadlineParagraphs = (
  { level, clocks }: Deadline,
  { state, episode }: Card,
  { strong, text }: Style,
  dates: DateWords
): ReadonlyArray<Paragraph> => {
  const { policy } = episode
  if (level === "not-back") {
    const isToCome = stayOf(state, episode)?.whereabouts !== "missing-again"
    return [
      {
        deadline: isToCome
          ? `${strong("No clock runs yet.")} It starts when the child is back.`
          : `${strong("No clock runs.")} The child went missing again before they came back from this disappearance.`
      }
    ]
  }
  const due = `${elapsedClockInWords(clocks, policy, dates)}\n${workingDaysInWords(clocks, policy, dates)}`
  return [
    { deadline: `${strong("Interview due")}\n${due}` },
    ...caveatsOf(clocks, dates).map((caveat) => small(text(caveat)))
  ]
}

/** Who acts, by when. */
const leadOf = (
  { child, state, episode, movedTo, absence, now }: Card,
  deadline: Deadline | undefined,
  style: Style,
  dates: DateWords
): string => {
  // A time that is over cannot be kept.
  const isRunning = deadline !== undefined && !deadline.clocks.provisional && deadline.level !== "overdue"
  const overdue = deadline?.level === "overdue" ? `${style.sign("rotating_light")}${style.strong("Overdue.")} ` : ""
  const next = nextStep(child, episode, interviewStatus(state, episode), style, {
    stay: stayInWords(state, episode, dates),
    isBackSince: laterDisappearance(state, episode) !== undefined,
    again: missingAgainInWords(state, episode, dates),
    movedTo,
    due: isRunning ? firstDeadlineInWords(deadline.clocks, episode.policy, dates, now) : undefined
  })
  return `${overdue}${next}${absenceInWords(absence, style, dates)}`
}

/** A late notice is worth a line: an hour of the clocks may be gone. */
const lateness = ({ reportedAt, notifiedAt, policy }: Episode): ReadonlyArray<Paragraph> =>
  notifiedAt - reportedAt > messageTimesOf(policy).lateNoticeMinutes.value * MILLISECONDS_A_MINUTE
    ? [small(`The council was told ${hoursAndMinutes(notifiedAt - reportedAt)} after the report to the police.`)]
    : []

/** Siblings or friends: by reference alone, and each is looked for by itself. */
const together = (
  { episode: { missingTogether = [] }, togetherWith }: Card,
  { text }: Style
): ReadonlyArray<Paragraph> => {
  if (missingTogether.length === 0) return []
  const others = missingTogether.map((other) => {
    const status = togetherWith?.get(other)
    return status === undefined ? text(other) : `${text(other)} (${status})`
  })
  return [
    small(
      `Missing together with ${others.join(", ")}. Each has a card of their own: that one is found says nothing of the others.`
    )
  ]
}

/** Closing is what comes next. */
export const isReadyToClose = ({ state, episode }: Card): boolean =>
  isOpen(episode) && remainingTasks(state, episode).length === 0

/** It asks for nothing. */
const deathCard = ({ child }: Card, death: Death, { strong, text }: Style): Notice => ({
  summary: `${text(child)}: this child has died.`,
  title: child,
  paragraphs: [
    "This child has died. Nothing more is asked for on this record.",
    ...(reportsAfterDeath(death).length > 0 ? [strong(LOOK_AT_RECORD)] : []),
    small(
      `Known from ${londonDateTime(death.knownFrom)}. ${opening(whoMay("take-back-death"))} can take the record back if it is wrong.`
    )
  ]
})

export const episodeCard = (card: Card, style: Style): Notice => {
  const { child, state, episode, allocatedWorker, alert, calendars } = card
  if (state.death !== undefined) return deathCard(card, state.death, style)
  const standing = interviewStatus(state, episode)
  const status = episodeStatus(state, episode)
  const closing = isReadyToClose(card)
    ? ` ${style.strong("Next:")} ${whoMay("close-episode")} closes the episode, once no decision waits any more.`
    : ""
  const dates = datesOf(card)
  const deadline = deadlineOf(card)
  const next = `${leadOf(card, deadline, style, dates)}${closing}`
  return {
    summary: `${style.text(child)}: ${status}. ${next}`,
    title: `${child} · ${status}`,
    paragraphs: [
      next,
      ...(deadline === undefined ? [] : deadlineParagraphs(deadline, card, style, dates)),
      ...decisionsOwed(state, episode).map((owed) => decisionOwedInWords(state, episode, style, dates)[owed]),
      ...(alert === undefined ? [] : [alertStandingInWords(alert, style, dates)]),
      ...Option.toArray(completionInWords(episode, standing, calendars, style, dates)),
      { facts: episodeFacts(state, episode, allocatedWorker, style, dates) },
      ...lateness(episode),
      ...otherReportsInWords(child, otherReports(state, episode), style, dates).map(small),
      ...together(card, style)
    ]
  }
}
