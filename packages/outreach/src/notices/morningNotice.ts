/** The sentences of the one message of a working morning. */
import { londonDayOf } from "@safe-return/domain/calendar"
import { runningElapsedClockOf } from "@safe-return/domain/deadlines"
import { definedFields } from "@safe-return/domain/definedFields"
import {
  alertOf,
  type ChildReference,
  interviewOf,
  isInterviewOwed,
  missingAgainUnder,
  type PersonId
} from "@safe-return/domain/pathway"
import {
  datesSeenFrom,
  elapsedClockInWords,
  episodeStatus,
  hoursAndMinutes,
  londonTimeOfDay,
  noClockOf
} from "@safe-return/wording"
import { Option } from "effect"
import type { OverdueLine } from "../message/deadlineMessages.ts"
import type { Facts } from "../message/Message.ts"
import type { Morning, TodayLine } from "../message/morningMessages.ts"
import { isLeft, isOwed, leftOf, standingOf } from "../owed/overdueLines.ts"
import { closingStep, closingTasksInWords } from "./closingTaskWords.ts"
import { overdueLineInWords } from "./deadlineNotices.ts"
import {
  awaitedInWords,
  namedAs,
  notBackInWords,
  recordsInWords,
  restInWords,
  summaryCounts,
  triggerInWords,
  waitingInWords
} from "./morningSummary.ts"
import { type Notice, type Paragraph, peopleIn, type Style, small, type ToDo } from "./Notice.ts"
import { nextInterviewStep } from "./nextInterviewStep.ts"
import { overdueTable } from "./overdueTable.ts"
import { whoHasIt } from "./whoHasIt.ts"

/** Lines of each kind that have a button of their own: a message holds 50 blocks and about 13,000 characters. */
const WITH_BUTTON = 5

/** Beyond those, named by reference alone; Home shows all of them. */
const BY_REFERENCE = 8

const alsoNamed = (
  title: string,
  lines: ReadonlyArray<{ readonly child: ChildReference }>,
  style: Style
): ReadonlyArray<Paragraph> => {
  const beyond = lines.slice(WITH_BUTTON)
  if (beyond.length === 0) return []
  const more = beyond.length - BY_REFERENCE
  const named = beyond.slice(0, BY_REFERENCE).map(({ child }) => style.text(child))
  return [`${title}: ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`]
}

/** What is next of an interview that is owed: nobody gives one of their own to another, nor logs another's. */
const todoOf = (
  { child, state, due }: OverdueLine,
  { reach, reader, recordsOwnOnly, standsInFor, absences = [] }: Facts<Morning>
): ToDo | undefined => {
  const found = Option.getOrUndefined(standingOf({ child, state, due }))
  if (found === undefined || !isInterviewOwed(found.standing)) return undefined
  const { episode, standing } = found
  if (missingAgainUnder(state, episode) !== undefined) return undefined
  const todo = { child, episodeId: episode.id, what: nextInterviewStep(interviewOf(state, episode.id), episode) }
  if (standing._tag !== "Assigned") return reach === "everybody" ? todo : undefined
  const { interviewer } = standing.interview
  const hands = recordsOwnOnly === true ? [reader] : [reader, ...standsInFor]
  const isTheirs = interviewer !== undefined && hands.includes(interviewer)
  const absence = absences.find(({ person }) => person === interviewer)
  if (reach === "everybody" && absence !== undefined && absence.cover === undefined)
    return { ...todo, what: "change-interviewer" }
  return (reach === "own" || recordsOwnOnly === true) && !isTheirs ? undefined : todo
}

const withTodo = (line: string, todo: ToDo | undefined): Paragraph => (todo === undefined ? line : { line, todo })

const todayInWords = (
  line: OverdueLine & Pick<TodayLine, "droppedPlan">,
  { at, absences }: Facts<Morning>,
  style: Style
): string => {
  const name = style.strong(style.text(line.child))
  const found = Option.getOrUndefined(standingOf(line))
  if (found === undefined) return `${style.sign("white_check_mark")}${name} · its record was joined to another`
  const { episode, standing } = found
  if (!isInterviewOwed(standing)) {
    return `${style.sign("white_check_mark")}${name} · ${episodeStatus(line.state, episode)}`
  }
  const planned = standing._tag === "Assigned" ? standing.interview.plannedFor : undefined
  const isToday = planned !== undefined && londonDayOf(planned) === londonDayOf(at)
  const { dateTime } = datesSeenFrom(at)
  const plan =
    planned === undefined
      ? line.droppedPlan === undefined
        ? "not planned"
        : `was planned for ${dateTime(line.droppedPlan)}, and that time is dropped`
      : `planned for ${isToday ? londonTimeOfDay(planned) : dateTime(planned)}`
  const due = Option.match(runningElapsedClockOf(line.state, episode), {
    onNone: () => `\n${noClockOf(line.state, episode)}`,
    onSome: ({ provisional, ...elapsedClock }) =>
      `\n${elapsedClockInWords({ elapsedClock, provisional }, episode.policy, datesSeenFrom(at))}`
  })
  return `${name} · ${plan} · ${whoHasIt({ standing, state: line.state, episode }, style, { ...definedFields({ absences }), dates: datesSeenFrom(at) })}${due}`
}

const interviews = (many: number): string => `${many} return home interview${many === 1 ? "" : "s"}`

/** How many are left, and how many of those beneath are not: the count is of what is listed. */
const countOf = (all: number, left: number, since: string): string =>
  left === all || left === 0 ? interviews(all) : `${interviews(left)}, ${all - left} ${since}`

const overduePart = (facts: Facts<Morning>, style: Style): ReadonlyArray<Paragraph> => {
  const { at, overdue, reach } = facts
  if (overdue.length === 0) return []
  const left = leftOf(overdue, at).length
  const isOver = left === 0
  const asked =
    reach === "own"
      ? "Offer and carry out each, then log it."
      : "See that each happens today, or record why there is none."
  return [
    `${isOver ? "" : style.sign("rotating_light")}${style.strong(`Overdue: ${countOf(overdue.length, left, "seen to")}`)}\n${isOver ? "All of these are seen to." : asked}`,
    ...overdue
      .slice(0, WITH_BUTTON)
      .map((line) =>
        withTodo(
          overdueLineInWords(line, at, style, facts.absences),
          isLeft(line, at) ? todoOf(line, facts) : undefined
        )
      ),
    ...overdueTable(overdue, { at, withButton: WITH_BUTTON, style })
  ]
}

const todayPart = (facts: Facts<Morning>, style: Style): ReadonlyArray<Paragraph> => {
  const { today } = facts
  if (today.length === 0) return []
  return [
    `${style.sign("warning")}${style.strong(`Today: ${countOf(today.length, today.filter(isOwed).length, "seen to")} planned or due`)}`,
    ...today.slice(0, WITH_BUTTON).map((line) => withTodo(todayInWords(line, facts, style), todoOf(line, facts))),
    ...alsoNamed("Also today", today, style)
  ]
}

const isUnassigned = (line: OverdueLine): boolean =>
  Option.exists(standingOf(line), ({ standing }) => standing._tag === "Unassigned")

/** Without a button: that nobody has it has a message of its own, which has one. */
const unassignedPart = (facts: Facts<Morning>, style: Style): ReadonlyArray<Paragraph> => {
  const { unassigned } = facts
  if (unassigned.length === 0) return []
  return [
    [
      style.strong(
        `Also not assigned: ${countOf(unassigned.length, unassigned.filter(isUnassigned).length, "assigned since")}`
      ),
      ...unassigned.slice(0, WITH_BUTTON).map((line) => todayInWords(line, facts, style))
    ].join("\n"),
    ...alsoNamed("Nobody had these either", unassigned, style)
  ]
}

/** The triggers of the child that may be named are named here, and nowhere else in the message. */
const decisionsPart = ({ decisions, digest }: Facts<Morning>, style: Style): ReadonlyArray<Paragraph> => [
  ...decisions.slice(0, WITH_BUTTON).map(({ child, episodeId, opens, isTaken }): Paragraph => {
    if (isTaken) return `${style.sign("white_check_mark")}${style.strong(style.text(child))} · decided`
    const named = digest?.undecided.filter((one) => one.child === child) ?? []
    const triggers = named.length === 0 ? "" : `\nTriggers to decide on: ${named.map(triggerInWords(style)).join("; ")}`
    return {
      line: `${style.sign("scales")}${style.strong(style.text(child))} · a decision waits for you${triggers}`,
      todo: { child, episodeId, what: opens === "everything" ? "decide" : "decide-posted" }
    }
  }),
  ...alsoNamed("Decisions wait for you on these too", decisions, style)
]

const closingPart = ({ toClose, reach }: Facts<Morning>, style: Style): ReadonlyArray<Paragraph> => {
  if (toClose.length === 0) return []
  const title = reach === "own" ? "To write up" : "To finish or close"
  return [
    style.strong(`${title}: ${toClose.length}`),
    ...toClose.slice(0, WITH_BUTTON).map(
      ({ child, episodeId, tasks }): Paragraph => ({
        line: `${style.strong(style.text(child))} · ${closingTasksInWords(tasks)}`,
        todo: { child, episodeId, what: closingStep(tasks) }
      })
    ),
    ...alsoNamed("These too", toClose, style)
  ]
}

/** The button is below the alert, which is asked again at an interval. */
const unacknowledgedPart = ({ unacknowledged = [], at }: Facts<Morning>, style: Style): ReadonlyArray<Paragraph> => {
  const { dateTime } = datesSeenFrom(at)
  return unacknowledged.length === 0
    ? []
    : [
        [
          `${style.sign("rotating_light")}${style.strong("Missing, and nobody has acknowledged the alert")}`,
          ...unacknowledged.map(
            ({ child, episode }) =>
              `• ${style.strong(style.text(child))} last seen ${dateTime(episode.missingAt)}, alert of ${dateTime(alertOf(episode).at)}: acknowledge it, or ring the others who were told`
          )
        ].join("\n")
      ]
}

/** The button is below its own message, and on the Home. */
const unansweredPart = ({ unanswered = [] }: Facts<Morning>, style: Style): ReadonlyArray<Paragraph> =>
  unanswered.length === 0
    ? []
    : [
        [
          `${style.sign("rotating_light")}${style.strong("Nobody has answered this yet")}`,
          ...unanswered.map((sentence) => `• ${style.text(sentence)}`)
        ].join("\n")
      ]

/** Counts for a lock screen, with the longest overdue and the first of today. */
const inShort = (facts: Facts<Morning>, style: Style): string => {
  const { at, awaited, digest, overdue, unassigned, toClose, reach, unanswered = [], unacknowledged = [] } = facts
  const today = facts.today.filter(isOwed)
  const decisions = facts.decisions.filter(({ isTaken }) => isTaken !== true)
  const nobodys = unassigned.filter(isUnassigned)
  const left = leftOf(overdue, at)
  const [longest] = left
  const [first] = today
  const counts = [
    ...unacknowledged.map(({ child }) => `${style.text(child)} is missing and nobody has acknowledged it`),
    ...(unanswered.length === 0 ? [] : ["ring the police: nobody has answered"]),
    ...(longest === undefined
      ? []
      : [`${left.length} overdue, longest ${style.text(longest.child)} (${hoursAndMinutes(at - longest.due.dueAt)})`]),
    ...(first === undefined ? [] : [`${today.length} planned or due today, first ${style.text(first.child)}`]),
    ...(awaited.length === 0
      ? []
      : [`${awaited.length} missing notification${awaited.length === 1 ? "" : "s"} not received`]),
    ...(nobodys.length === 0 ? [] : [`${nobodys.length} not assigned`]),
    ...(decisions.length === 0
      ? []
      : [decisions.length === 1 ? "1 decision waits for you" : `${decisions.length} decisions wait for you`]),
    ...(toClose.length === 0 ? [] : [`${toClose.length} to ${reach === "own" ? "write up" : "finish or close"}`])
  ]
  const waiting = digest === undefined ? "" : waitingInWords(digest)
  if (waiting !== "") return `${waiting}.${counts.length === 0 ? "" : ` ${counts.join("; ")}.`}`
  return counts.length === 0 ? "nothing here is left for you." : `${counts.join("; ")}.`
}

const standsIn = (people: ReadonlyArray<PersonId>, style: Style): ReadonlyArray<Paragraph> =>
  people.length === 0 ? [] : [small(`You cover for ${peopleIn(style, people)}.`)]

/** Everything that it named is seen to by others, or is another's by now. */
const NOTHING_LEFT = "Nothing is left for you of this morning."

/** It counts from the moment of the morning, so that it changes only when something has happened. */
export const morningNotice = (facts: Facts<Morning>, style: Style): Notice => {
  const { at, awaited, digest, reach, records, standsInFor, decisions } = facts
  const dates = datesSeenFrom(at)
  const day = dates.day(londonDayOf(at))
  const isSeenTo = inShort(facts, style)
  const parts = [
    ...unacknowledgedPart(facts, style),
    ...unansweredPart(facts, style),
    ...(digest === undefined ? [] : [summaryCounts(digest)]),
    ...overduePart(facts, style),
    ...todayPart(facts, style),
    ...unassignedPart(facts, style),
    ...decisionsPart(facts, style),
    ...awaitedInWords(awaited, at, style),
    ...recordsInWords(records, style),
    ...closingPart(facts, style),
    ...(digest === undefined
      ? []
      : [
          ...notBackInWords(digest, style),
          ...restInWords(digest, style, {
            episodes: new Set(
              [...facts.overdue, ...facts.today, ...facts.unassigned].map(({ child, due }) =>
                namedAs(child, due.episodeId)
              )
            ),
            decisions: new Set(
              decisions.slice(0, WITH_BUTTON).flatMap(({ child, isTaken }) => (isTaken === true ? [] : [child]))
            )
          })
        ])
  ]
  return {
    summary: `This morning, ${day}: ${isSeenTo}`,
    title: `This morning · ${day}`,
    paragraphs: [
      ...(parts.length === 0 ? [NOTHING_LEFT] : parts),
      small(
        `As of ${dates.dateTime(at)}; what is seen to today shows here or is taken off. It comes once on a working day. ${style.code(reach === "own" ? "/rhi mine" : "/rhi queue")} and the app's Home tab show everything.`
      ),
      ...standsIn(standsInFor, style)
    ]
  }
}
