/** The sentences of what the police told us that fits no record. */
import { type Episode, isShown, policeAnswerWords } from "@safe-return/domain/pathway"
import { datesSeenFrom, episodeStatus, marksOf, policeNews } from "@safe-return/wording"
import type { Facts } from "../message/Message.ts"
import type { EarlyNews, MisdirectedNews, RecordsJoined } from "../message/policeMessages.ts"
import { isLookedFor } from "../owed/acknowledgement.ts"
import { answersInWords } from "./acknowledgementWords.ts"
import type { Notice, Style } from "./Notice.ts"
import { policeReferenceInWords } from "./policeReferenceInWords.ts"

/** The police reference is shown, so that MASH can ask for the right one. */
export const earlyNews = (
  { child, notification, lastSeenHere }: Facts<EarlyNews>,
  { code, strong, text }: Style
): Notice => {
  const reference = text(child)
  const dates = datesSeenFrom(notification.sentAt)
  const said = policeNews(notification, dates)
  const isHere = `${strong(`${reference} is missing here, last seen ${lastSeenHere === undefined ? "" : dates.dateTime(lastSeenHere)}.`)} If it is the same disappearance, record it on that card now: people are looking for the child.`
  return {
    summary: `${reference} ${said}, but no missing notification has come. MASH: expect it or ask the police for it.`,
    title: `${child} · Missing notification not received`,
    paragraphs: [
      `The police say that ${reference} ${said}, under ${policeReferenceInWords(notification.policeReference, { text })}. No missing notification with that reference has come.`,
      ...(lastSeenHere === undefined ? [] : [isHere]),
      `${strong("Next:")} MASH expects the missing notification, or asks the police for it. What they said is kept and joined when it arrives, or when the MASH records it under that reference with ${code(`/missing report ${reference}`)}; until then no interview clock runs.`
    ]
  }
}

/** Their system is told no; only a person can tell them why. */
export const misdirectedNews = (
  { child, notification, answered }: Facts<MisdirectedNews>,
  { strong, text, person }: Style
): Notice => {
  const here = text(child)
  const told = text(notification.child.reference)
  const reference = policeReferenceInWords(notification.policeReference, { text })
  const quote = isShown(notification.policeReference) ? `quote ${text(notification.policeReference)} and ask` : "ask"
  const news = `${told} ${policeNews(notification, datesSeenFrom(notification.sentAt))}`
  const refused = `The police say that ${news}, under ${reference}. Here that reference stands for ${here}, so nothing was recorded of either child.`
  if (answered !== undefined) {
    const { by, at, answer } = answered
    return {
      summary: `The police said that ${news}, under the police reference of ${here}. ${policeAnswerWords.words[answer]}`,
      title: `The police were rung · ${child} or ${notification.child.reference}`,
      paragraphs: [
        refused,
        `${policeAnswerWords.words[answer]} So says ${person(by)}, ${datesSeenFrom(notification.sentAt).dateTime(at)}. Nothing is asked of you here any more.`
      ]
    }
  }
  return {
    summary: `The police say that ${news}, under the police reference of ${here}. Nothing was recorded: ring the police.`,
    title: `Ring the police · ${child} or ${notification.child.reference}?`,
    paragraphs: [
      refused,
      `${strong("Now:")} ring the police, ${quote} which child it is about. If it is ${here}, record it on their card. If it is ${told}, record it on theirs; where ${told} is missing and has no card, report them with /missing report and leave the police reference empty. Then those who were asked press ${strong("We rang")}: until then it rings again.`
    ]
  }
}

export const recordsJoined = (
  { child, state, duplicate, kept, event: { sentAt } }: Facts<RecordsJoined>,
  style: Style
): Notice => {
  const { text } = style
  const reference = text(child)
  const dates = datesSeenFrom(sentAt ?? kept.notifiedAt)
  const how = sentAt === undefined ? "A person joined them." : `An update sent ${dates.dateTime(sentAt)} showed it.`
  const recordOf = (episode: Episode) =>
    `last seen ${dates.dateTime(episode.missingAt)}. ${text(marksOf(state, episode, dates))}`
  // Who acted on the record that no longer counts acts on the other.
  const answers = isLookedFor(state, kept) ? answersInWords({ episode: kept }, style) : undefined
  return {
    summary: `${reference}: two records of this child are one disappearance.`,
    title: `${child} · Two records are one`,
    paragraphs: [
      `Two records of ${reference} are one disappearance. ${how}\n• No longer counts: ${recordOf(duplicate)}\n• Goes on: ${recordOf(kept)} (${episodeStatus(state, kept)})`,
      ...(answers === undefined ? [] : [answers]),
      "What you were asked goes on with the record that goes on. If they are two after all, tell the MASH: they can be separated."
    ]
  }
}
