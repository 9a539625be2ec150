/** The sentences of what is due, overdue, or has waited too long. */
import { opening, whoMay } from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import { clocksOf, runningElapsedClockOf } from "@safe-return/domain/deadlines"
import { foundOrReturnedAt, isInterviewOwed } from "@safe-return/domain/pathway"
import {
  caveatsOf,
  type DateWords,
  datesSeenFrom,
  elapsedClockInWords,
  episodeStatus,
  hoursAndMinutes,
  noClockOf,
  timeToDeadline,
  workingDaysInWords
} from "@safe-return/wording"
import { Option } from "effect"
import type {
  DeadlineFacts,
  DutyList,
  InterviewDue,
  InterviewOverdue,
  LateStage,
  LateStep,
  OverdueLine,
  OverdueList
} from "../message/deadlineMessages.ts"
import type { Facts } from "../message/Message.ts"
import { isLeft, leftOf, standingOf } from "../owed/overdueLines.ts"
import type { InterviewerAbsence } from "../recipients/InterviewerAbsence.ts"
import { absenceInWords } from "./absenceWords.ts"
import { type Notice, peopleIn, type Style, small } from "./Notice.ts"
import { whoHasIt } from "./whoHasIt.ts"

/** What a person who is away is not asked for: another has to do it, or be given it. */
const actsInstead = ({ child, isOffered, absence, now }: DeadlineFacts, style: Style): string | undefined => {
  if (absence === undefined) return undefined
  const away = absenceInWords(absence, style, datesSeenFrom(now)).trim()
  const toDo = isOffered ? "carried out" : "offered and carried out"
  return absence.cover === undefined
    ? `${away} It is still to be ${toDo}: ${whoMay("assign-interview")} gives it to another, by ${style.strong("Change interviewer")}.`
    : `${away} ${style.person(absence.cover)}: see that it is ${toDo}, and logged with ${style.code(`/rhi log ${style.text(child)}`)}.`
}

const whoActs = (facts: DeadlineFacts, style: Style): string => {
  const { child, interviewer, isOffered, missingAgainSince, now } = facts
  const { strong, code, text, person } = style
  if (missingAgainSince !== undefined)
    return `${strong(`The child is missing again since ${datesSeenFrom(now).dateTime(missingAgainSince)}.`)} The interview waits until they are back.`
  const instead = actsInstead(facts, style)
  if (instead !== undefined) return instead
  return interviewer === undefined
    ? `${strong("Nobody is assigned.")} ${opening(whoMay("assign-interview"))} assigns it now: ${code(`/rhi assign ${text(child)} @person`)}.`
    : `${person(interviewer)}: ${isOffered ? "it is offered: carry it out" : "offer and carry out the interview"}, then log it with ${code(`/rhi log ${text(child)}`)}.`
}

const toManagers = ({ managers = [], missingAgainSince }: DeadlineFacts, style: Style): string =>
  managers.length === 0 || missingAgainSince !== undefined
    ? ""
    : `\n${peopleIn(style, managers)}: as ${managers.length === 1 ? "team manager" : "team managers"}, see that it happens today, or record why there is none.`

const reminder = (facts: DeadlineFacts, isOverdue: boolean, style: Style): Notice => {
  const { child, episode, reminder: due, calendars, now } = facts
  const { strong, text, sign } = style
  const { hours } = episode.policy.interview
  const dates = datesSeenFrom(now)
  // It stands for days, so that it names the moment: how long is left would soon be wrong.
  const dueAt = dates.dateTime(due.dueAt)
  const deadline = `${hours.value} hours: ${dueAt}`
  const clocks = Option.getOrUndefined(clocksOf(episode, calendars))
  const overdue = `${strong(`The ${hours.value} hours are over and no interview is logged.`)} It is still owed: the sooner, the more it can do.`
  const summary = isOverdue ? `interview overdue since ${dueAt}` : `interview due ${dueAt}`
  return {
    summary: `${isOverdue ? sign("rotating_light") : ""}${text(child)}: return home ${summary}. ${whoActs(facts, style)}`,
    title: isOverdue ? `${sign("rotating_light")}${child} · Interview overdue` : `${child} · Interview due ${dueAt}`,
    paragraphs: [
      isOverdue ? `${overdue}\n${whoActs(facts, style)}${toManagers(facts, style)}` : whoActs(facts, style),
      {
        deadline: clocks === undefined ? deadline : `${deadline}\n${workingDaysInWords(clocks, episode.policy, dates)}`
      },
      ...(clocks === undefined ? [] : caveatsOf(clocks, dates).map((caveat) => small(text(caveat))))
    ]
  }
}

export const interviewDue = (facts: Facts<InterviewDue>, style: Style): Notice => reminder(facts, false, style)

export const interviewOverdue = (facts: Facts<InterviewOverdue>, style: Style): Notice => reminder(facts, true, style)

/** Since when the child is back, or found. */
const since = ({ episode, now }: DeadlineFacts): string => {
  const { progress } = episode
  const from = progress._tag === "Returned" ? progress.returnedAt : foundOrReturnedAt(episode)
  if (from === undefined) return ""
  const what = progress._tag === "Found" ? "found" : "back"
  return `The child was ${what} ${datesSeenFrom(now).dateTime(from)}.`
}

interface Step {
  readonly title: string
  /** What to do, and who does it. */
  readonly words: string
}

const steps: { readonly [Tag in LateStage["_tag"]]: (facts: DeadlineFacts, style: Style) => Step } = {
  NoReturnTime: (facts, { strong }) => ({
    title: "No return recorded",
    words: `${since(facts)} ${strong("No return is recorded, so the deadline is provisional: it is counted from when the child was found.")} Find out when the child was back at home or placement, and record it.`
  }),
  NoInterviewer: (facts, { strong, code, text }) => ({
    title: "Nobody has the interview",
    words: `${since(facts)} ${strong("No interviewer is assigned yet.")} ${opening(whoMay("assign-interview"))} assigns one: ${code(`/rhi assign ${text(facts.child)} @person`)}.`
  }),
  NotOffered: (facts, style) => {
    const { strong, person } = style
    const instead = actsInstead(facts, style)
    if (instead !== undefined) return { title: "Interview not offered yet", words: `${since(facts)} ${instead}` }
    const asked =
      facts.interviewer === undefined
        ? `${strong("Nobody is assigned to offer it.")} The`
        : `${person(facts.interviewer)}: the`
    return {
      title: "Interview not offered yet",
      words: `${since(facts)} ${asked} return home interview must be offered every time a child is found. Offer it, and record when.`
    }
  },
  PlanPassed: (facts, style) => {
    const { reminder, now, interviewer, child } = facts
    const planned =
      reminder.stage._tag === "PlanPassed"
        ? `The interview was planned for ${datesSeenFrom(now).dateTime(reminder.stage.plannedFor)}, and nothing is recorded of it since.`
        : ""
    const who = interviewer === undefined ? "" : `${style.person(interviewer)}: `
    const toDo =
      actsInstead(facts, style) ??
      `${who}if it took place, log it with ${style.code(`/rhi log ${style.text(child)}`)}. If not, record the attempt or the offer, plan another time, and say so to the child.`
    return { title: "Planned time passed", words: `${planned} ${toDo}` }
  },
  ConsiderationsUnanswered: ({ questions = [] }, { strong }) => {
    const left = questions.length
    return {
      title: "Considerations unanswered",
      words: `The return home interview is settled. ${strong(`${left === 1 ? "1 question is" : `${left} questions are`} still to be answered`)} of what the allocated worker has to consider, each yes or no with a reason in a few words.`
    }
  }
}

export const lateStep = (facts: Facts<LateStep>, style: Style): Notice => {
  const { title, words } = steps[facts.reminder.stage._tag](facts, style)
  return {
    summary: `${style.text(facts.child)}: ${title.charAt(0).toLowerCase()}${title.slice(1)}. ${words}`,
    title: `${facts.child} · ${title}`,
    paragraphs: [{ deadline: words }]
  }
}

/** How an interview that was overdue at a moment stands now. */
export const overdueLineInWords = (
  line: OverdueLine,
  at: Instant,
  style: Style,
  absences: ReadonlyArray<InterviewerAbsence> = []
): string => {
  const name = style.strong(style.text(line.child))
  const settled = `${style.sign("white_check_mark")}${name}`
  const found = Option.getOrUndefined(standingOf(line))
  if (found === undefined) return `${settled} · its record was joined to another`
  const { episode, standing } = found
  if (!isInterviewOwed(standing)) return `${settled} · ${episodeStatus(line.state, episode)}`
  const hours = Option.getOrUndefined(runningElapsedClockOf(line.state, episode))
  if (hours === undefined)
    return `${settled} · ${episodeStatus(line.state, episode)} · ${noClockOf(line.state, episode)}`
  const dates = datesSeenFrom(at)
  const due = elapsedClockInWords({ elapsedClock: hours }, episode.policy, dates)
  const planned = standing._tag === "Assigned" ? standing.interview.plannedFor : undefined
  const plan = planned === undefined ? "" : ` · planned for ${dates.dateTime(planned)}`
  return isLeft(line, at)
    ? `${name} · ${whoHasIt({ standing, state: line.state, episode }, style, { absences, dates })}${plan}\n${due} (${hours.provisional ? "provisional, " : ""}${timeToDeadline(hours.dueAt, at)})`
    : `${settled} · not overdue after all · ${due}${hours.provisional ? " (provisional)" : ""}`
}

const whoSeesToThem = ({ managers }: Facts<OverdueList>, style: Style): string => {
  if (managers.length === 0) return ""
  const role = managers.length === 1 ? "team manager" : "team managers"
  return `\n${peopleIn(style, managers)}: as ${role}, see that each happens today, or record why there is none.`
}

/** It counts from the time of the list, so that it changes only when something has happened. */
export const overdueList = (facts: Facts<OverdueList>, style: Style): Notice => {
  const { at, lines, page, pages, total, oldest } = facts
  const { strong, code, text, sign } = style
  const isOver = leftOf(lines, at).length === 0
  const interviews = total === 1 ? "1 return home interview" : `${total} return home interviews`
  const loud = isOver ? "" : sign("rotating_light")
  const which = pages === 1 ? "" : ` (${page} of ${pages})`
  const when = datesSeenFrom(at).dateTime(at)
  return {
    summary: `${loud}${interviews} still overdue, ${when}${which}. ${isOver ? "All on this page are seen to." : `Longest: ${text(oldest.child)}, ${hoursAndMinutes(at - oldest.due.dueAt)}.`}`,
    title: `${loud}Still overdue: ${total} · ${when}${which}`,
    paragraphs: [
      isOver
        ? "All of these are seen to."
        : `${strong("No return home interview is logged, and the time for it is over.")} Each is still owed.${whoSeesToThem(facts, style)}`,
      ...lines.map((line) => overdueLineInWords(line, at, style, facts.absences)),
      small(
        `Longest overdue first, as of ${when}; what is recorded today shows here. It comes every working morning until each is logged. ${code(`/rhi why ${text(oldest.child)}`)} shows how a deadline was counted.`
      )
    ]
  }
}

/** Lines shown at most: the queue has all of them. */
const DUTY_LINES = 25

const dutyLine = (
  line: OverdueLine,
  { dates, absences = [] }: Pick<DutyList, "absences"> & { readonly dates: DateWords },
  style: Style
): string => {
  const found = Option.getOrUndefined(standingOf(line))
  const who = found === undefined ? "" : ` · ${whoHasIt({ ...found, state: line.state }, style, { absences, dates })}`
  return `• ${style.strong(style.text(line.child))}${who}, due ${dates.dateTime(line.due.dueAt)}`
}

const howMany = (lines: Facts<DutyList>["lines"]): string =>
  lines.length === 1 ? "1 return home interview" : `${lines.length} return home interviews`

/** What duty may do, and no button of what they may not. */
export const dutyList = ({ until, lines, absences = [] }: Facts<DutyList>, style: Style): Notice => {
  const { strong, code, sign } = style
  const dates = datesSeenFrom(until)
  const opens = dates.dateTime(until)
  const interviews = howMany(lines)
  if (lines.length === 0) {
    const over = `${sign("white_check_mark")}No return home interview is left before the office opens`
    return {
      summary: `${over}, ${opens}.`,
      title: over,
      paragraphs: [`What fell due before ${opens} is seen to. Nothing here asks anything of you.`]
    }
  }
  const more = lines.length - DUTY_LINES
  const shown = lines.slice(0, DUTY_LINES).map((line) => dutyLine(line, { dates, absences }, style))
  return {
    summary: `${interviews} due or nearly due before the office opens, ${opens}.`,
    title: `${interviews} before the office opens`,
    paragraphs: [
      `${strong("What you can do:")} ring the person who has it or, where nobody has it, ${whoMay("assign-interview")}, who can assign it. If you hear where one of these children is, record it: ${code("/missing found")} or ${code("/missing returned")} with the reference.`,
      [...shown, ...(more > 0 ? [`• and ${more} more: ${code("/rhi queue")}`] : [])].join("\n"),
      small(`This comes once until the office opens ${opens}. What is recorded until then shows here.`)
    ]
  }
}
