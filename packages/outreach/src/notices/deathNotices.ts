/** A child's death, in plain words, and nothing that asks for an interview. */
import { whoMay } from "@safe-return/casework"
import { isGivenByPolice } from "@safe-return/domain/pathway"
import { datesSeenFrom, stayInWords } from "@safe-return/wording"
import type { DeathNotice, DeathWithdrawal, ReportAfterDeath } from "../message/deathMessages.ts"
import type { Facts } from "../message/Message.ts"
import type { Style } from "./Notice.ts"
import { type Notice, small } from "./Notice.ts"
import { policeReferenceInWords } from "./policeReferenceInWords.ts"

export const LOOK_AT_RECORD =
  "This child was reported missing after their death was recorded. The record may be wrong: speak to the person who reported it now."

export const deathNotice = (
  { child, death: { knownFrom, by } }: Facts<DeathNotice>,
  { text, person }: Style
): Notice => ({
  summary: `${text(child)}: this child has died.`,
  title: child,
  paragraphs: [
    "This child has died. You are told because you work with them or answer for the pathway. Nothing more is asked for here: no alert, no reminder and no interview.",
    small(
      `Known from ${datesSeenFrom(knownFrom).dateTime(knownFrom)}, recorded by ${person(by)}. If this is wrong, tell ${whoMay("take-back-death")} at once.`
    )
  ]
})

/** How the child stands once more: the clock of an interview starts with a return that is still to be recorded. */
const standingInWords = ({ state, episode, now }: Facts<DeathWithdrawal>, { strong }: Style): string => {
  if (episode === undefined) return ""
  const { progress, missingAt } = episode
  const dates = datesSeenFrom(now)
  switch (progress._tag) {
    case "Missing":
      return ` ${strong("The child is missing")}, last seen ${dates.dateTime(missingAt)}.`
    case "Found": {
      const stay = stayInWords(state, episode, dates)
      const where = stay === undefined ? "" : ` The child is ${stay}.`
      return ` The child was found ${dates.dateTime(progress.foundAt)} and no return is recorded.${where} Once they are back, the return has to be recorded.`
    }
    case "Returned":
      return ` The child is back since ${dates.dateTime(progress.returnedAt)}.`
    case "Cancelled":
      return ""
  }
}

export const deathWithdrawal = (facts: Facts<DeathWithdrawal>, style: Style): Notice => {
  const { child } = facts
  const takenBack = "record of this child's death was wrong and is taken back."
  const standing = standingInWords(facts, style)
  return {
    summary: `${style.text(child)}: the ${takenBack}${standing}`,
    title: child,
    paragraphs: [`The ${takenBack}${standing} The card says how things stand. Please tell the others you spoke to.`]
  }
}

export const reportAfterDeath = (
  { child, report: { notification, receivedAt, lookedAt } }: Facts<ReportAfterDeath>,
  { strong, text }: Style
): Notice => {
  const { policeReference } = notification
  const { dateTime } = datesSeenFrom(receivedAt)
  const who = isGivenByPolice(policeReference)
    ? `The police, under ${policeReferenceInWords(policeReference, { text })}`
    : "A person"
  const since = notification.kind === "missing" ? `, last seen ${dateTime(notification.missingAt)}` : ""
  return {
    summary: `${text(child)} was reported missing after their death was recorded. Look at this now.`,
    title: `${child} · Look at this now`,
    paragraphs: [
      LOOK_AT_RECORD,
      `${who}, ${dateTime(receivedAt)}${since}.`,
      lookedAt === undefined
        ? `${strong("Now:")} if the child may be alive, ${whoMay("take-back-death")} takes the record back, and everybody is alerted. If not, say that the record is right. Nobody else is alerted meanwhile.`
        : small(`Looked at ${dateTime(lookedAt)}: the record of the death is right.`)
    ]
  }
}
