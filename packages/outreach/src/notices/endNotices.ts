/** The sentences of what became of something that people were asked for. */
import { startOfLondonDay } from "@safe-return/domain/calendar"
import { runningElapsedClockOf } from "@safe-return/domain/deadlines"
import { interviewStatus, isInterviewOwed, isOpen, missingAgainUnder } from "@safe-return/domain/pathway"
import { type DateWords, datesInFull, datesSeenFrom, stayInWords, whatCameLaterInWords } from "@safe-return/wording"
import { Option } from "effect"
import type { AlertAllClear, Outcome, RequestOver } from "../message/endMessages.ts"
import type { Facts, ForReader } from "../message/Message.ts"
import { otherReports } from "../owed/otherReports.ts"
import { leftInWords } from "./leftToDo.ts"
import type { Style } from "./Notice.ts"
import { type Notice, peopleIn, sentence } from "./Notice.ts"
import { otherReportsInWords } from "./otherReports.ts"

interface End {
  readonly headline?: string
  readonly words: (reference: string) => string
}

const ends: {
  readonly [Tag in Outcome["_tag"]]: (
    outcome: Extract<Outcome, { readonly _tag: Tag }>,
    style: Style,
    dates: DateWords
  ) => End
} = {
  Found: ({ at }, _, { dateTime }) => ({ headline: "Found", words: (child) => `${child} is found, ${dateTime(at)}.` }),
  Back: ({ at }, _, { dateTime }) => ({ headline: "Back", words: (child) => `${child} is back, ${dateTime(at)}.` }),
  Cancelled: () => ({
    headline: "Report cancelled",
    words: (child) => `The report that ${child} is missing was cancelled.`
  }),
  OfAnotherChild: () => ({
    headline: "Not this child",
    words: (child) => `The report was not of ${child}: it was recorded on the wrong child.`
  }),
  Transferred: ({ to }, { text }) => ({
    headline: "With another authority",
    words: (child) => `${text(to)} is responsible for ${child} now.`
  }),
  Closed: () => ({ headline: "Closed", words: (child) => `The episode of ${child} is closed.` }),
  Joined: () => ({
    headline: "Two records are one",
    words: (child) => `This record of ${child} was joined to another, which goes on.`
  }),
  MissingAfterAll: () => ({
    headline: "Missing after all",
    words: (child) =>
      `${child} is missing after all: what was said of the alert being over no longer stands, and the child comes first.`
  }),
  SaidLater: () => ({
    headline: "Said again since",
    words: (child) => `A later message says how things stand with ${child}.`
  }),
  NewsSince: () => ({
    headline: "News since",
    words: (child) => `There is later news of ${child}: the card says how things stand.`
  }),
  InterviewSettled: () => ({
    headline: "Interview settled",
    words: (child) => `The return home interview of ${child} is settled.`
  }),
  InterviewOwedAgain: () => ({
    headline: "Interview owed again",
    words: (child) =>
      `The return home interview of ${child} is owed again. What there is to consider is asked once it is settled.`
  }),
  NoInterview: () => ({
    headline: "No interview",
    words: (child) => `It is decided that there is no return home interview of ${child}.`
  }),
  InterviewWith: ({ interviewer }, { person }) => ({
    headline: interviewer === undefined ? "Interview not assigned" : "Interview assigned",
    words: (child) =>
      interviewer === undefined
        ? `The return home interview of ${child} waits to be assigned.`
        : `${person(interviewer)} has the return home interview of ${child} now.`
  }),
  Offered: () => ({
    headline: "Interview offered",
    words: (child) => `The return home interview of ${child} was offered.`
  }),
  Answered: () => ({ headline: "Answered", words: (child) => `What was asked here about ${child} is answered.` }),
  Decided: () => ({ headline: "Decided", words: (child) => `The decision about ${child} is made.` }),
  DeathTakenBack: () => ({
    headline: "Record taken back",
    words: (child) => `The record of the death of ${child} was wrong and is taken back.`
  }),
  Arrived: () => ({
    headline: "Notification received",
    words: (child) => `The missing notification of ${child} has come.`
  }),
  Delivered: ({ hasArrived }) => ({
    headline: hasArrived ? "Delivered since" : "Not needed any more",
    words: () =>
      hasArrived
        ? "What had not been delivered has arrived since."
        : "What had not been delivered is not needed any more."
  }),
  SaidSince: () => ({
    headline: "No longer news",
    words: (child) =>
      `What the police said under the reference of ${child} is days old, and nobody has said that the police were rung. The cards say how things stand.`
  }),
  WithOthers: ({ people = [] }, style) => ({
    headline: "With others now",
    words: (child) =>
      people.length === 0
        ? `Others see to ${child} now.`
        : `${peopleIn(style, people)} ${people.length === 1 ? "sees" : "see"} to ${child} now.`
  }),
  MorningOver: ({ day }) => {
    const named = datesSeenFrom(startOfLondonDay(day)).day(day)
    return {
      headline: `Morning of ${named}`,
      words: () =>
        `The morning of ${named} is over. What is left is on the app's Home tab, and in the message of the next working morning.`
    }
  },
  OfficeOpen: () => ({
    headline: "The office has opened",
    words: () => "What fell due while it was closed is with the Missing Co-ordinators and team managers again."
  }),
  Unsaid: () => ({ words: () => "The card says why." })
}

const endOf = (
  outcome: Outcome,
  style: Style,
  dates: DateWords = "at" in outcome ? datesSeenFrom(outcome.at) : datesInFull
): End => (ends[outcome._tag] as (outcome: Outcome, style: Style, dates: DateWords) => End)(outcome, style, dates)

/** What became of it, in a sentence. */
export const outcomeInWords = (outcome: Outcome, reference: string, style: Style): string =>
  endOf(outcome, style).words(reference)

export const requestOver = ({ child, outcome, leftToDo }: Facts<RequestOver> & ForReader, style: Style): Notice => {
  const { headline, words } = endOf(outcome, style)
  const reference = child === undefined ? "the child" : style.text(child)
  const became = words(reference)
  // Of a child who is looked for nobody reads that nothing is asked.
  const left =
    outcome._tag === "MissingAfterAll" && leftToDo === undefined
      ? "Those who answer for the alert are asked by messages of their own; the card says who has it."
      : leftInWords(leftToDo)
  const title = [child, headline].filter((part) => part !== undefined).join(" · ")
  return {
    summary:
      headline === undefined ? `${reference}: ${left.charAt(0).toLowerCase()}${left.slice(1)}` : `${became} ${left}`,
    title,
    paragraphs: [headline === undefined ? `${left} ${became}` : `${became} ${left}`]
  }
}

/** By when, while an interview is owed whose clock runs: not while the child is somewhere else and not back. */
const interviewDue = ({ state, episode }: Facts<AlertAllClear>, dates: DateWords): string => {
  if (!isInterviewOwed(interviewStatus(state, episode))) return ""
  return Option.match(runningElapsedClockOf(state, episode), {
    onNone: () => "",
    onSome: ({ dueAt, provisional }) =>
      ` Interview due ${dates.dateTime(dueAt)}${provisional ? " (provisional: the return is not recorded yet)" : ""}.`
  })
}

/** Where the child is, as far as the card shows it, and what is asked of who records it. */
const whereNow = (facts: Facts<AlertAllClear>, dates: DateWords): string => {
  const { state, episode, isForWorker, isForCoordinator } = facts
  const stay = stayInWords(state, episode, dates)
  const there =
    stay === undefined
      ? ""
      : ` The child is ${stay}. The interview can be held there, and no clock runs until they are back.`
  return `${there}${isForWorker || isForCoordinator ? " Record Returned once they are back." : ""}`
}

/** Missing again since, or that is over too: nothing of what was asked here is asked any more. */
const overtaken = (facts: Facts<AlertAllClear>, came: string, style: Style, dates: DateWords): Notice => {
  const { child, state, episode, outcome } = facts
  const isMissing = missingAgainUnder(state, episode) !== undefined
  const isOwed = isInterviewOwed(interviewStatus(state, episode))
  const next = isMissing
    ? `The child comes first.${isOwed ? " The interview waits until they are back." : ""}`
    : "What is asked now is in the later message and on the newest card."
  const became = `${endOf(outcome, style, dates).words(style.text(child))} Since then: ${came}. ${next}`
  return { summary: became, title: `${child} · ${isMissing ? "Missing again" : "News since"}`, paragraphs: [became] }
}

export const alertAllClear = (facts: Facts<AlertAllClear>, style: Style): Notice => {
  const { child, state, episode, outcome, isForWorker, isForCoordinator } = facts
  const dates = datesSeenFrom(facts.now)
  const came = whatCameLaterInWords(state, episode, dates)
  if (came !== undefined && (outcome._tag === "Found" || outcome._tag === "Back")) {
    return overtaken(facts, came, style, dates)
  }
  const { headline, words } = endOf(outcome, style, dates)
  const due = outcome._tag === "Found" || outcome._tag === "Back" ? interviewDue(facts, dates) : ""
  const where = outcome._tag === "Found" && isOpen(episode) ? whereNow(facts, dates) : ""
  // Where another record has them missing still, a person says whether the two are one.
  const others = isOpen(episode) ? otherReportsInWords(child, otherReports(state, episode), style, dates) : []
  const isNobodys =
    isForCoordinator && facts.isAskedLater !== true && interviewStatus(state, episode)._tag === "Unassigned"
  const became = `${words(style.text(child))}${due}${where}${isNobodys ? " Nobody has the interview yet: assign it." : ""}`
  return {
    summary: became,
    title: headline === undefined ? child : `${child} · ${headline}`,
    paragraphs: [isForWorker ? `${became} You are the allocated worker.` : became, ...others]
  }
}

/** Nothing about the child, and not how it ended: the reference goes beside it. */
export const outsideAllClear = (_: unknown, { workspace }: Style): Notice =>
  sentence(`The alert about a missing child that you were sent is over. ${workspace} says how it ended.`)

export const outsideAcknowledged = (_: unknown, { workspace }: Style): Notice =>
  sentence(
    `The alert about a missing child that you were sent is acknowledged now. ${workspace} says who did, and what is left to do.`
  )
