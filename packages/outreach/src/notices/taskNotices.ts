/** The sentences of what one person is asked to do. */
import { type Calendars, Instant } from "@safe-return/domain/calendar"
import { runningClocksOf, runningElapsedClockOf } from "@safe-return/domain/deadlines"
import {
  type ChildState,
  type Episode,
  latestEpisode,
  type UnassignReason,
  waitsForReturnUnder
} from "@safe-return/domain/pathway"
import { type Firing, standingWords } from "@safe-return/domain/risk"
import {
  caveatsOf,
  type DateWords,
  datesInFull,
  datesSeenFrom,
  dueInWords,
  elapsedClockInWords,
  episodeStatus,
  noClockYet,
  whatCameLaterInWords,
  workingDaysInWords
} from "@safe-return/wording"
import { Option } from "effect"
import type { Facts } from "../message/Message.ts"
import type {
  ConsiderationsRequest,
  EpisodeHandedOver,
  InterviewAssignment,
  InterviewGivenUp,
  InterviewLost,
  PlanDropped,
  TriggerAlert
} from "../message/taskMessages.ts"
import { absenceInWords } from "./absenceWords.ts"
import { actionInWords } from "./actionInWords.ts"
import { outcomeInWords } from "./endNotices.ts"
import type { Style } from "./Notice.ts"
import { type Notice, type Paragraph, small } from "./Notice.ts"

/** Seen from when it was given, where that is known. */
const datesAt = (moment: Instant | undefined): DateWords => (moment === undefined ? datesInFull : datesSeenFrom(moment))

/** The plan, and that it comes too late where it does: the sooner that is seen, the sooner it can be moved. */
export const planInWords = (
  { state, episode, plannedFor, droppedPlan, assignedAt }: Facts<InterviewAssignment>,
  { sign }: Style
): string => {
  if (plannedFor === undefined) {
    return droppedPlan === undefined
      ? ""
      : ` It was planned for ${datesAt(assignedAt).dateTime(droppedPlan)} with the interviewer before you: that time is dropped, so plan it again and say so to the child.`
  }
  const isLate = Option.exists(runningElapsedClockOf(state, episode), ({ dueAt }) => plannedFor > dueAt)
  const late = isLate
    ? ` ${sign("warning")}That is after the ${episode.policy.interview.hours.value} hours are over.`
    : ""
  return ` Planned for ${datesAt(assignedAt).dateTime(plannedFor)}.${late}`
}

/** When the interview is due by both clocks; nothing while no clock runs. */
export const dueParagraphs = (
  state: ChildState,
  episode: Episode,
  calendars: Calendars,
  { strong, text }: Style,
  dates: DateWords = datesInFull
): ReadonlyArray<Paragraph> =>
  Option.match(runningClocksOf(state, episode, calendars), {
    onNone: () => (episode.progress._tag === "Found" ? [noClockYet] : []),
    onSome: (clocks) => [
      `${strong("Due")}\n${elapsedClockInWords(clocks, episode.policy, dates)}\n${workingDaysInWords(clocks, episode.policy, dates)}`,
      ...caveatsOf(clocks, dates).map((caveat) => small(text(caveat)))
    ]
  })

/** By when, and whether that was over as it was given to them: a count of hours would be wrong within the hour. */
const dueOfAssignment = ({ state, episode, assignedAt }: Facts<InterviewAssignment>) => {
  const clock = Option.getOrUndefined(runningElapsedClockOf(state, episode))
  if (assignedAt === undefined || clock === undefined) return undefined
  const isOverdue = assignedAt > clock.dueAt
  return {
    isOverdue,
    inWords: `${isOverdue ? "overdue since" : "due"} ${dueInWords(clock, datesAt(assignedAt))}`
  }
}

/** To those who hear of it because the interviewer is away or cannot be told, and nobody covers. */
const unattended = (facts: Facts<InterviewAssignment>, byWhen: string, style: Style): Notice => {
  const { child, state, episode, interviewer, absence, isOffered, calendars, assignedAt } = facts
  const reference = style.text(child)
  const dates = datesAt(assignedAt)
  const why =
    absence === undefined
      ? `${style.person(interviewer)} cannot be told in ${style.workspace}.`
      : absenceInWords(absence, style, dates).trim()
  return {
    summary: `${reference}: who has the return home interview is not there${byWhen}.`,
    title: `${child} · Interviewer not there${byWhen}`,
    paragraphs: [
      `${style.person(interviewer)} was given the return home interview of ${reference}${isOffered ? ", which is offered" : ""}. ${why} So this comes to you. ${style.strong("Now:")} see whether it can wait, or give it to another interviewer.${planInWords(facts, style)}`,
      ...dueParagraphs(state, episode, calendars, style, dates)
    ]
  }
}

/** While the child is looked for under a later report, or found and not back yet: nobody is asked to offer or hold anything. */
const onHold = ({ child, interviewer }: Facts<InterviewAssignment>, again: string, style: Style): Notice => {
  const reference = style.text(child)
  return {
    summary: `${reference} is ${again}: the return home interview waits until they are back.`,
    title: `${child} · Missing again: the interview waits`,
    paragraphs: [
      `${style.person(interviewer)}: ${reference} is ${again}. The return home interview stays yours and waits until they are back. If you know where the child is, tell the police and the Missing Co-ordinator at once.`
    ]
  }
}

export const interviewAssignment = (facts: Facts<InterviewAssignment>, style: Style): Notice => {
  const { child, state, episode, interviewer, isOffered, calendars } = facts
  const reference = style.text(child)
  const due = dueOfAssignment(facts)
  const isOverdue = due?.isOverdue === true
  const loud = isOverdue ? style.sign("rotating_light") : ""
  const overdue = isOverdue
    ? `${style.strong(`The ${episode.policy.interview.hours.value} hours were over when you were given it.`)} It is still owed: the sooner, the more it can do.\n`
    : ""
  const byWhen = due === undefined ? "" : ` (${due.inWords})`
  const place = "choose a place where the child can talk freely"
  const toDo = isOffered
    ? `${place}, carry out the interview, which is offered,`
    : `offer the interview, ${place}, carry it out,`
  const isWaiting = waitsForReturnUnder(state, episode) !== undefined
  const again = isWaiting ? whatCameLaterInWords(state, episode, datesAt(facts.assignedAt)) : undefined
  if (again !== undefined) return onHold(facts, again, style)
  if (facts.isCopy && facts.absence?.cover === undefined) return unattended(facts, byWhen, style)
  return {
    summary: `${loud}${reference}: you are asked to carry out the return home interview${byWhen}.`,
    title: `${loud}${child} · Return home interview${byWhen}`,
    paragraphs: [
      `${overdue}${style.person(interviewer)}: ${toDo} then log it with ${style.code(`/rhi log ${reference}`)}. What the child says belongs in the case system.${planInWords(facts, style)}`,
      ...dueParagraphs(state, episode, calendars, style, datesAt(facts.assignedAt))
    ]
  }
}

const planLost = ({ plan, lostAt }: Facts<InterviewLost>): string => {
  if (plan === undefined) return ""
  const when = datesSeenFrom(lostAt).dateTime(plan.at)
  return plan.isCarried
    ? ` The time you had planned, ${when}, goes with it.`
    : ` The time you had planned, ${when}, is dropped.`
}

/** No reason, which is for those who decide. */
export const interviewLost = (lost: Facts<InterviewLost>, style: Style): Notice => {
  const { child, interviewer, outcome } = lost
  const reference = style.text(child)
  const summary = `${reference}: you no longer have the return home interview.`
  return {
    summary: `${summary}${planLost(lost)}`,
    title: `${child} · Interview no longer yours`,
    paragraphs: [
      `${style.person(interviewer)}: you no longer have the return home interview of ${reference}. ${outcomeInWords(outcome, reference, style)}${planLost(lost)} If you have offered it or spoken to the child since, say so to the Missing Co-ordinator.`
    ]
  }
}

/** What decides who is assigned next, or whether anybody is. */
const givenUpBecause: {
  readonly [Reason in UnassignReason]: (who: string, reference: string) => readonly [because: string, next: string]
} = {
  "interviewer-unavailable": (who, reference) => [
    `${who} cannot carry out the return home interview of ${reference}.`,
    "Assign it to another interviewer."
  ],
  "child-asked-for-another": (who, reference) => [
    `${reference} asked for another person than ${who} for the return home interview.`,
    `Ask ${who} who that is, and assign it to them: a known adult too, where the child wishes.`
  ],
  "not-independent": (who, reference) => [
    `${who} is not independent of ${reference} and gives the return home interview back.`,
    "Assign it to an independent interviewer."
  ],
  "assigned-by-mistake": (who, reference) => [
    `The return home interview of ${reference} was assigned to ${who} by mistake.`,
    "Assign it to the interviewer who was meant."
  ],
  "return-withdrawn": (who, reference) => [
    `${who} says that the find or return of ${reference} was taken back, and gives the return home interview back.`,
    "Make sure whether the child is back: where they are not, correct the record, so that people look for them."
  ]
}

/** Whether anybody can still hear that nobody comes. */
const toHear = (plannedFor: Instant, droppedAt: Instant): string =>
  plannedFor > droppedAt
    ? "See that the child and their parent or carer hear that nobody comes then."
    : "See that the child and their parent or carer hear what happens next."

export const interviewGivenUp = (facts: Facts<InterviewGivenUp>, style: Style): Notice => {
  const { child, state, episode, interviewer, calendars, givenUpAt, reason, droppedPlan } = facts
  const [because, next] = givenUpBecause[reason](style.person(interviewer), style.text(child))
  const planned =
    droppedPlan === undefined
      ? ""
      : ` ${style.strong(`It was planned for ${datesSeenFrom(givenUpAt).dateTime(droppedPlan)}.`)}`
  const hear = droppedPlan === undefined ? "" : ` ${toHear(droppedPlan, givenUpAt)}`
  return {
    summary: `${because} Nobody has it.${planned}`,
    title: `${child} · Nobody has the interview`,
    paragraphs: [
      `${because}${planned} ${next}${hear}`,
      ...dueParagraphs(state, episode, calendars, style, datesSeenFrom(givenUpAt))
    ]
  }
}

export const planDropped = (facts: Facts<PlanDropped>, style: Style): Notice => {
  const { child, plannedFor, plannedAgainFor, droppedAt, interviewer, outcome } = facts
  const reference = style.text(child)
  const { dateTime } = datesSeenFrom(droppedAt)
  const again = plannedAgainFor === undefined ? "" : ` It is planned for ${dateTime(plannedAgainFor)} now.`
  const dropped = `The return home interview of ${reference}, planned for ${dateTime(plannedFor)}, is not with ${style.person(interviewer)} any more.`
  return {
    summary: dropped,
    title: `${child} · The planned interview is off`,
    paragraphs: [`${dropped} ${outcomeInWords(outcome, reference, style)}${again} ${toHear(plannedFor, droppedAt)}`]
  }
}

/**
 * The same words for each reader and whatever came of it, so that receiving it tells nothing.
 *
 * Source: Rotherham operating guidance, section 4.
 */
export const considerationsRequest = ({ child, questions }: Facts<ConsiderationsRequest>, { text }: Style): Notice => {
  const left = questions.length === 1 ? "1 question is" : `${questions.length} questions are`
  return {
    summary: `${text(child)}: the return home interview is settled. ${left} to be answered of what the allocated worker has to consider.`,
    title: `${child} · Considerations`,
    paragraphs: [
      `The return home interview is settled; anything that you may read of it is in the case system. Answer what the allocated worker has to consider: ${left} open, each answered yes or no with a reason in a few words.`
    ]
  }
}

const levelWords: Readonly<Record<Firing["level"], string>> = {
  must: "must be done",
  consider: "to be considered"
}

/** A time limit nobody has confirmed says so itself: the rule may be confirmed where its time limit is not. */
const timeLimitInWords = ({ amount, unit, verified }: NonNullable<Firing["timeLimit"]>): string => {
  const many = amount === 1 ? "" : "s"
  return `${amount} ${unit === "hours" ? "hour" : "working day"}${many}${verified ? "" : " (a working choice)"}`
}

/** Evidence shown at most: a child with dozens of episodes must not push the action off the screen. */
const DATES_SHOWN = 10

export const triggerAlert = ({ child, firing, state }: Facts<TriggerAlert>, { strong, text }: Style): Notice => {
  const because = text(firing.because)
  const earlier = firing.dates.length - DATES_SHOWN
  // Seen from when the last of them was reported, which may be long after.
  const reported = state.episodes.filter(({ id }) => firing.episodeIds.includes(id)).map(({ notifiedAt }) => notifiedAt)
  const { dateTime } = datesAt(reported.length === 0 ? undefined : Instant(Math.max(...reported)))
  const dates = firing.dates.slice(-DATES_SHOWN).map((date) => `• Last seen ${dateTime(date)}`)
  const status = Option.map(latestEpisode(state), (episode) => episodeStatus(state, episode))
  const title = text(firing.title)
  const limit = firing.timeLimit === undefined ? "" : `\n${strong("Within:")} ${timeLimitInWords(firing.timeLimit)}`
  const action = text(actionInWords(firing, state))
  const became = standingWords(firing.standing)
  const verification = firing.verified ? "" : " This is a working number, not verified."
  return {
    summary: `${text(child)}: ${title.charAt(0).toLowerCase()}${title.slice(1)}. ${because} ${action} (${text(firing.owner)}).`,
    title: `${child} · ${firing.title}`,
    paragraphs: [
      `${strong(`Action, ${levelWords[firing.level]}:`)} ${action}.\n${strong("Owner:")} ${text(firing.owner)}${limit}`,
      ...Option.toArray(status).map((words) => small(`Latest episode: ${words}`)),
      [`${strong("Because:")} ${because}`, ...(earlier > 0 ? [`• ${earlier} earlier`] : []), ...dates].join("\n"),
      small(`Source: ${text(firing.source)}.${verification}`),
      ...(became === undefined ? [] : [small(became)])
    ]
  }
}

export const episodeHandedOver = (
  { child, state, episode, by, at }: Facts<EpisodeHandedOver>,
  { text, person }: Style
): Notice => ({
  summary: `${text(child)}: the episode was handed over to you. ${episodeStatus(state, episode)}.`,
  title: `${child} · Handed over to you`,
  paragraphs: [
    `${person(by)} handed the episode over to you: what follows is yours to see to. ${episodeStatus(state, episode)}.`,
    small(`Last seen ${datesSeenFrom(at).dateTime(episode.missingAt)}.`)
  ]
})
