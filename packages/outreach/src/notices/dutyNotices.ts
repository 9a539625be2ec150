/** The sentences of what a person is told of the duty rota. */
import { whoMay } from "@safe-return/casework"
import { datesSeenFrom } from "@safe-return/wording"
import type { DutyGiven, DutyOff } from "../message/dutyMessages.ts"
import type { Facts } from "../message/Message.ts"
import { type Notice, type Style, small } from "./Notice.ts"

/** Seen from when it begins, so that it does not change because time passes. */
const spanInWords = ({ from, until }: Facts<DutyGiven>): string => {
  const { dateTime } = datesSeenFrom(from)
  return `${dateTime(from)} to ${dateTime(until)}`
}

export const dutyGiven = (facts: Facts<DutyGiven>, { strong }: Style): Notice => {
  const span = spanInWords(facts)
  return {
    summary: `You have the out-of-hours duty, ${span}.`,
    title: "You have the out-of-hours duty",
    paragraphs: [
      `You are on the rota of the out-of-hours duty: ${strong(`${span}.`)} What comes to the duty comes to you then, and you answer for it.`,
      small(`If you cannot, tell ${whoMay("keep-duty-rota")}, who can give the duty to another person.`)
    ]
  }
}

export const dutyOff = (facts: Facts<DutyOff>, _: Style): Notice => {
  const words =
    facts.because === "over"
      ? `Your out-of-hours duty, ${spanInWords(facts)}, is over.`
      : `Your out-of-hours duty, ${spanInWords(facts)}, was taken off the rota. You do not have it any more.`
  return { summary: words, title: facts.because === "over" ? "Duty over" : "Duty taken off", paragraphs: [words] }
}
