/** The sentences of what a cover is told. */
import { roleWords, whoMay } from "@safe-return/casework"
import { startOfLondonDay } from "@safe-return/domain/calendar"
import { runningElapsedClockOf } from "@safe-return/domain/deadlines"
import type { ChildReference } from "@safe-return/domain/pathway"
import {
  awaySpanInWords,
  type DateWords,
  datesInFull,
  datesSeenFrom,
  dueInWords,
  noClockOf
} from "@safe-return/wording"
import { Option } from "effect"
import type {
  AwayRecorded,
  CoverGone,
  CoverGoneOver,
  CoverHandedBack,
  CoverOver,
  CoverRequest
} from "../message/coverMessages.ts"
import type { Facts } from "../message/Message.ts"
import { type Notice, peopleIn, type Style, small } from "./Notice.ts"

/** References named of each kind at most; Home shows all. */
const NAMED = 20

const named = (children: ReadonlyArray<string>): string => {
  const more = children.length - NAMED
  return `${children.slice(0, NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`
}

/** Seen from the first day, so that it does not change because time passes. */
const datesOf = ({ days: [first] }: Facts<CoverRequest>): DateWords =>
  first === undefined ? datesInFull : datesSeenFrom(startOfLondonDay(first.from))

const daysInWords = (facts: Facts<CoverRequest>): string =>
  facts.days.map(({ from, to }) => awaySpanInWords({ from, to }, datesOf(facts)).replace(/\.$/, "")).join("; ")

const interviewsOf = (facts: Facts<CoverRequest>, { text }: Style): ReadonlyArray<string> =>
  facts.interviews.map(({ child, state, episode }) =>
    Option.match(runningElapsedClockOf(state, episode), {
      onNone: () => `${text(child)} (${noClockOf(state, episode)})`,
      onSome: (clock) => `${text(child)} (due ${dueInWords(clock, datesOf(facts))})`
    })
  )

const lines = (facts: Facts<CoverRequest>, style: Style): ReadonlyArray<string> => {
  const { roles, children } = facts
  const interviews = interviewsOf(facts, style)
  const reference = (child: ChildReference) => style.text(child)
  return [
    ...(roles.length === 0 ? [] : [`• what comes to a ${roles.map((role) => roleWords[role]).join(", and to a ")}`]),
    ...(children.length === 0 ? [] : [`• as the allocated worker: ${named(children.map(reference))}`]),
    ...(interviews.length === 0 ? [] : [`• return home interviews: ${named(interviews)}`])
  ]
}

/** It names days and not how long it is to them, so that it changes only when something has happened. */
export const coverRequest = (facts: Facts<CoverRequest>, style: Style): Notice => {
  const { inPlaceOf } = facts
  const who = style.person(facts.person)
  const days = daysInWords(facts)
  const instead =
    inPlaceOf === undefined ? "" : ` ${style.person(inPlaceOf)} was to cover and is away too, so it comes to you.`
  const answers = lines(facts, style)
  return {
    summary: `You cover for ${who}. ${days}.`,
    title: "You cover for a colleague",
    paragraphs: [
      `${who} is away, and you cover. ${style.strong(`${days}.`)}${instead} What is for them comes to you as well then, and you answer for it.`,
      answers.length === 0
        ? "Nothing of theirs is open as things stand."
        : [style.strong("As things stand, that is:"), ...answers].join("\n"),
      small(`If you cannot, tell ${whoMay("change-availability")}, who can name another person to cover.`)
    ]
  }
}

const becauseInWords = ({ because, covers = [] }: Facts<CoverOver>, who: string, style: Style): string => {
  switch (because) {
    case "over":
      return `${who} is away no longer.`
    case "withdrawn":
      return `The time away of ${who} was withdrawn.`
    case "said later":
      return `The days on which ${who} is away were changed. A later message says which they are.`
    case "with others":
      return covers.length === 0
        ? `You no longer cover for ${who}, and nobody does.`
        : `${peopleIn(style, covers)} ${covers.length === 1 ? "covers" : "cover"} for ${who} now.`
  }
}

export const coverOver = (facts: Facts<CoverOver>, style: Style): Notice => {
  const words = becauseInWords(facts, style.person(facts.person), style)
  const nothing = facts.because === "said later" ? "" : " What is for them comes to you no more."
  return { summary: `${words}${nothing}`, title: "Cover over", paragraphs: [`${words}${nothing}`] }
}

export const coverGone = (facts: Facts<CoverGone>, style: Style): Notice => {
  const { isOwn, days, why } = facts
  const [who, cover] = [style.person(facts.person), style.person(facts.cover)]
  const span = awaySpanInWords({ from: days.from, to: days.to }, datesSeenFrom(startOfLondonDay(days.from)))
  const reason = why === "away" ? "is away then too" : "cannot be told anything here any more"
  const whose = isOwn ? "you" : who
  return {
    summary: `Nobody covers for ${whose}: ${cover} ${reason}. ${span}`,
    title: isOwn ? "Your cover has gone" : "A cover has gone",
    paragraphs: [
      `${isOwn ? "You are" : `${who} is`} away, and ${cover}, who was to cover, ${reason}. ${style.strong(`Nobody covers: ${span}`)}`,
      `${style.strong("Now:")} name another person to cover${isOwn ? `, or ask ${whoMay("change-availability")} to` : ""}.`
    ]
  }
}

const gapOverInWords = ({ because, covers }: Facts<CoverGoneOver>, whose: string, style: Style): string => {
  switch (because) {
    case "covered":
      return `${peopleIn(style, covers)} ${covers.length === 1 ? "covers" : "cover"} for ${whose} now.`
    case "said later":
      return "The days or who was to cover were changed since. A later message says so where nobody covers."
    case "over":
      return `The days on which nobody covered for ${whose} are over, or are no days away any more.`
  }
}

export const coverGoneOver = (facts: Facts<CoverGoneOver>, style: Style): Notice => {
  const words = gapOverInWords(facts, facts.isOwn ? "you" : style.person(facts.person), style)
  return { summary: words, title: "Cover settled", paragraphs: [words] }
}

export const coverHandedBack = (facts: Facts<CoverHandedBack>, style: Style): Notice => {
  const { children, isOwn } = facts
  const missing = `${named(children.map(style.text))} ${children.length === 1 ? "is" : "are"} missing`
  const words = isOwn
    ? `You are back, and ${missing}. ${style.person(facts.cover)}, who covered for you, answered the alert and may be acting: speak to them now, because it is yours again.`
    : `${style.person(facts.person)} is back. ${missing}, and that is theirs again: tell them now what you have done, and until you have spoken to them go on.`
  return { summary: words, title: isOwn ? "Missing while you were away" : "A colleague is back", paragraphs: [words] }
}

export const awayRecorded = (facts: Facts<AwayRecorded>, style: Style): Notice => {
  const { days, by, cover } = facts
  const span = awaySpanInWords({ from: days.from, to: days.to }, datesSeenFrom(startOfLondonDay(days.from)))
  const who = cover === undefined ? "Nobody covers." : `${style.person(cover)} covers.`
  return {
    summary: `${style.person(by)} recorded that you are away. ${span}`,
    title: "You are recorded as away",
    paragraphs: [
      `${style.person(by)} recorded that you are away. ${style.strong(span)} ${who} What is for you goes to others too then.`,
      small(`Not so? Say ${style.code("/rhi back")}, or record the right days with ${style.code("/rhi away")}.`)
    ]
  }
}

export const awayRecordedOver = (): Notice => {
  const words = "What was recorded of your time away is over, was taken back or was changed since."
  return { summary: words, title: "Time away over", paragraphs: [words] }
}
