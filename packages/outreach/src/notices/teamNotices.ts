/** The sentences of what concerns no child alone. */
import { type InterviewOfAbsent, opening, roleWords, whoMay } from "@safe-return/casework"
import { type CivilDay, startOfLondonDay } from "@safe-return/domain/calendar"
import { runningElapsedClockOf } from "@safe-return/domain/deadlines"
import { offeredAtOf } from "@safe-return/domain/pathway"
import { rungWords } from "@safe-return/domain/policy"
import { awayInWords, type DateWords, datesSeenFrom, dueInWords, noClockOf } from "@safe-return/wording"
import { Option } from "effect"
import { alertsInWords, deliveriesInWords } from "../counts/countsInWords.ts"
import type { Facts } from "../message/Message.ts"
import type {
  CountsReport,
  HandoverList,
  HandoverOver,
  ReachableAgain,
  ReturnSummary,
  UndeliveredAlert,
  UndeliveredFacts,
  UndeliveredFault,
  UndeliveredNotice,
  UnreachablePerson
} from "../message/teamMessages.ts"
import { leftToHandOver } from "../owed/leftToHandOver.ts"
import { unreachableReasonWords } from "../recipients/UnreachableReason.ts"
import { whyUndelivered } from "../sending/whyUndelivered.ts"
import type { Style } from "./Notice.ts"
import { type Notice, type Paragraph, small } from "./Notice.ts"

/** Lines of each kind shown at most: a message holds 50 blocks and about 13,000 characters. */
const LINES_SHOWN = 20

const dueOf = ({ state, episode, interview }: InterviewOfAbsent, { dateTime }: DateWords): string => {
  const due = Option.match(runningElapsedClockOf(state, episode), {
    onNone: () => noClockOf(state, episode),
    onSome: (clock) => `${episode.policy.interview.hours.value} hours: ${dueInWords(clock, { dateTime })}`
  })
  const planned = interview.plannedFor === undefined ? "" : ` · planned for ${dateTime(interview.plannedFor)}`
  return `${due} · ${offeredAtOf(interview, episode) === undefined ? "not offered yet" : "offered"}${planned}`
}

type Became = InterviewOfAbsent["became"]

/** As the card's thread says it: no reason, and nothing of what the child said. */
const becameInWords = (became: Exclude<Became, { readonly _tag: "StillTheirs" }>, { person }: Style): string => {
  switch (became._tag) {
    case "GivenTo":
      return `is given to ${person(became.person)}`
    case "NobodysNow":
      return "is nobody's now, and waits to be assigned"
    case "CarriedOutBy":
      return `was carried out by ${person(became.person)}`
    case "Declined":
      return "was declined"
    case "NotDone":
      return "is not held: it is recorded that there is none"
    case "NotOurs":
      return "is no longer ours: the episode was transferred, or closed on the 18th birthday"
    case "Cancelled":
      return "is not owed any more: the episode was cancelled"
  }
}

/** The interviews that are still theirs and have a line of their own. */
export const interviewsShown = (interviews: ReadonlyArray<InterviewOfAbsent>): ReadonlyArray<InterviewOfAbsent> =>
  interviews.filter(({ became }) => became._tag === "StillTheirs").slice(0, LINES_SHOWN)

/** Seen from when they went, so that no list changes because time passes. */
const datesSince = (since: CivilDay): DateWords => datesSeenFrom(startOfLondonDay(since))

const linesOf = (
  { interviews, since }: Pick<HandoverOver, "interviews" | "since">,
  style: Style,
  sinceWhen = "Since they went"
): ReadonlyArray<Paragraph> => {
  const dates = datesSince(since)
  const { strong, code, text } = style
  const ended = interviews.flatMap(({ child, became }) =>
    became._tag === "StillTheirs" ? [] : [`• ${strong(text(child))} ${becameInWords(became, style)}`]
  )
  const [moreLeft, moreEnded] = [leftToHandOver(interviews) - LINES_SHOWN, ended.length - LINES_SHOWN]
  return [
    ...interviewsShown(interviews).map((one) => `${strong(text(one.child))}\n${dueOf(one, dates)}`),
    ...(moreLeft > 0 ? [small(`And ${moreLeft} more, due later: ${code("/rhi queue")} shows all.`)] : []),
    ...(ended.length === 0 ? [] : [`${strong(sinceWhen)}\n${ended.slice(0, LINES_SHOWN).join("\n")}`]),
    ...(moreEnded > 0 ? [small(`And ${moreEnded} more.`)] : [])
  ]
}

const counted = (many: number): string => (many === 1 ? "1 return home interview" : `${many} return home interviews`)

/** It names days and not how long it is to them, so that it changes only when something has happened. */
export const handoverList = (facts: Facts<HandoverList>, style: Style): Notice => {
  const { interviews, today, acting, isForCover } = facts
  const { strong, person } = style
  const who = person(facts.person)
  const left = leftToHandOver(interviews)
  const covers =
    acting._tag === "Cover"
      ? `${person(acting.person)} covers, and is told what ${who} is told.`
      : `${strong("Nobody covers.")} Until they are handed over, what is for them comes to the Missing Co-ordinators as well.`
  const now = isForCover
    ? `${strong("Now:")} see what falls due while they are away. ${opening(whoMay("assign-interview"))} decides what is handed over.`
    : `${strong("Now:")} decide what is handed over, one by one or several at once.`
  return {
    summary: `${who} is away: ${left === 0 ? "nothing of theirs is left to hand over" : `${counted(left)} to hand over or cover`}.`,
    title: left === 0 ? "Interviewer away · Nothing left" : `Interviewer away · ${left} to see to`,
    paragraphs: [
      `${who} is ${awayInWords(acting.away, today, datesSince(facts.since))}. ${covers}\n${left === 0 ? "Nothing of theirs is left to hand over." : now}`,
      ...linesOf(facts, style)
    ]
  }
}

export const handoverOver = (facts: Facts<HandoverOver>, style: Style): Notice => {
  const who = style.person(facts.person)
  return {
    summary: `${who} is away no longer. What was not handed over is theirs again.`,
    title: "Interviewer back",
    paragraphs: [
      `${who} is away no longer. What was not handed over is theirs again, and goes to them alone.`,
      ...linesOf(facts, style)
    ]
  }
}

export const returnSummary = (facts: Facts<ReturnSummary>, style: Style): Notice => {
  const { person, interviews } = facts
  const left = leftToHandOver(interviews)
  const yours = left === 0 ? "None is yours now." : `${counted(left)} ${left === 1 ? "is" : "are"} yours now.`
  return {
    summary: `While you were away: ${yours}`,
    title: "While you were away",
    paragraphs: [
      `${style.person(person)}: this is what became of your return home interviews. ${yours}`,
      ...linesOf(facts, style, "Since you went")
    ]
  }
}

const recipientInWords = ({ person, outside }: UndeliveredFacts, style: Style): string => {
  if (outside !== undefined)
    return `${rungWords[outside.role]} by ${outside.way === "email" ? "e-mail" : "text message"}`
  return person === undefined ? "the missing channel" : style.person(person)
}

/** The words the log has too. */
const smallPrint = ({ key, reason }: UndeliveredFacts, { text }: Style): Paragraph =>
  small(`For the people who look after Safe Return: ${text(key)} (${text(reason)}).`)

const notDelivered = (facts: UndeliveredFacts, about: string, style: Style): Notice => {
  const what = `A message about ${about} could not be delivered to ${recipientInWords(facts, style)}: ${whyUndelivered(facts.reason)}.`
  return {
    summary: what,
    title: "Not delivered",
    paragraphs: [
      what,
      `${style.strong("Now:")} tell them another way, and put right what stands in the way. It is tried again by itself, and after a restart; “Try again” on the app's Home tab tries it at once.`,
      smallPrint(facts, style)
    ]
  }
}

export const undeliveredNotice = (facts: Facts<UndeliveredNotice>, style: Style): Notice =>
  notDelivered(facts, style.text(facts.child), style)

export const undeliveredFault = (facts: Facts<UndeliveredFault>, style: Style): Notice =>
  notDelivered(facts, "a child", style)

export const undeliveredAlert = (facts: Facts<UndeliveredAlert>, style: Style): Notice => {
  const child = style.text(facts.child)
  const who = recipientInWords(facts, style)
  return {
    summary: `The alert about ${child} did not reach ${who}. Someone else must act.`,
    title: `Alert not delivered · ${facts.child}`,
    paragraphs: [
      `The alert about ${style.strong(child)} did not reach ${who}: ${whyUndelivered(facts.reason)}.`,
      `${style.strong("Now:")} someone else must act. See the child's card, or type /missing status with the reference.`,
      smallPrint(facts, style)
    ]
  }
}

const listed = new Intl.ListFormat("en-GB", { style: "long", type: "conjunction" })

export const unreachablePerson = (
  { person, why, roles }: Facts<UnreachablePerson>,
  { workspace, strong, code, person: named }: Style
): Notice => {
  const who = named(person)
  const setUp = roles.length === 0 ? "" : `\nThey are set up as ${listed.format(roles.map((role) => roleWords[role]))}.`
  return {
    summary: `${who} cannot be told anything in ${workspace}: ${unreachableReasonWords[why]}. What is for them goes to others.`,
    title: "A person cannot be told",
    paragraphs: [
      `${who} cannot be told anything in ${workspace}: ${unreachableReasonWords[why]}.${setUp}\nWhat is for them goes to the others who hold the role, or to the next role. It is tried for them too, so that nothing is lost if they are back.`,
      `${strong("Now:")} take them out of the user group or the settings. Give their interviews to another person with ${code("/rhi handover")}, and their children another allocated worker. This message says so when they can be told again.`
    ]
  }
}

export const reachableAgain = ({ person }: Facts<ReachableAgain>, { workspace, person: named }: Style): Notice => ({
  summary: `${named(person)} can be told again.`,
  title: "Can be told again",
  paragraphs: [`${named(person)} can be told in ${workspace} again, and is. Nothing is left to do.`]
})

export const countsReport = ({ counts }: Facts<CountsReport>): Notice => {
  const alerts = `Alerts, exact: ${alertsInWords(counts)}.`
  const deliveries = `Messages, exact: ${deliveriesInWords(counts)}.`
  return {
    summary: `What is owed adds up. ${alerts} ${deliveries}`,
    title: "What is owed adds up",
    paragraphs: [`${alerts}\n${deliveries}`]
  }
}
