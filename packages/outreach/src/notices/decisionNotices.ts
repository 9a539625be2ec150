/** The sentences of what only a person can decide. */
import { opening, whoMay } from "@safe-return/casework"
import { type ChildReference, type Interview, reportsInQuestion } from "@safe-return/domain/pathway"
import { type DateWords, datesSeenFrom, episodeStatus } from "@safe-return/wording"
import type {
  CancellationQuestion,
  CancellationSettled,
  InterviewOnHold,
  InterviewQuestion,
  InterviewSettled,
  ReportQuestion,
  ReportSettled,
  ReportSettlement,
  Settlement
} from "../message/decisionMessages.ts"
import type { Facts } from "../message/Message.ts"
import { alertDates } from "./acknowledgementWords.ts"
import type { Style } from "./Notice.ts"
import { type Notice, small } from "./Notice.ts"
import { setAsideInWords } from "./setAsideWords.ts"

const cancellationTitle = (child: ChildReference): string => `${child} · Does the cancellation stand?`

/** The reason that was sent is kept with the notification and said nowhere. */
export const cancellationQuestion = (
  { child, state, episode, sentAt, wasCancelled }: Facts<CancellationQuestion>,
  { strong, text }: Style
): Notice => ({
  summary: `${text(child)}: a cancellation was sent of a child who is found or back. Say whether the episode stands.`,
  title: cancellationTitle(child),
  paragraphs: [
    `A cancellation of the report of ${text(child)}, last seen ${datesSeenFrom(sentAt).dateTime(episode.missingAt)}, was sent ${datesSeenFrom(sentAt).dateTime(sentAt)}. ${
      wasCancelled
        ? "The report was cancelled by it, and people were told so. Since then it is told that the child was found or is back, so it is no longer cancelled."
        : "By then the child was found or back, or an interview was recorded, so nothing was cancelled."
    } ${strong("Here:")} ${episodeStatus(state, episode)}.`,
    `${strong("Now:")} police often cancel a report because the child was located. Then keep the episode: the return home interview is owed. Cancel it only if there was no such episode. It is asked until someone has decided.`
  ]
})

const settledInWords = (settled: Settlement | undefined, { strong, person }: Style): string => {
  switch (settled?._tag) {
    case "CancellationDeclined":
      return `${strong("Kept")} by ${person(settled.by)}: the episode and its interview stand.`
    case "EpisodeCancelled":
      return `${strong("Cancelled")} by ${person(settled.by)}. It can be reopened from the card.`
    case "EpisodeReopened":
      return `${strong("Reopened")} by ${person(settled.by)} after it was cancelled: the episode stands.`
    case "MissingAfterAll":
      return `${strong("Nothing is left to decide:")} a later report says that the child is missing after all.`
    case undefined:
      return `${strong("Nothing is left to decide.")} The card says how things stand.`
  }
}

export const cancellationSettled = ({ child, episode, settled }: Facts<CancellationSettled>, style: Style): Notice => {
  const { dateTime } = datesSeenFrom(settled?.at ?? episode.missingAt)
  return {
    summary: `${style.text(child)}: nothing is left to decide about the cancellation.`,
    title: cancellationTitle(child),
    paragraphs: [
      settledInWords(settled, style),
      small(
        `Last seen ${dateTime(episode.missingAt)}.${settled === undefined ? "" : ` Recorded ${dateTime(settled.at)}.`}`
      )
    ]
  }
}

const reportTitle = (child: ChildReference): string => `${child} · What stands?`

/** It changed nothing, so that a person can ask before anything is put right. */
export const reportQuestion = (
  { child, state, episode }: Facts<ReportQuestion>,
  { strong, text, code }: Style
): Notice => {
  const dates = alertDates(episode)
  const reports = reportsInQuestion(episode)
  const told = reports.map((report) => `${opening(setAsideInWords(report, dates, episode))}.`)
  const isMissingSaid = reports.some(({ kind }) => kind === "missing")
  return {
    summary: `${text(child)}: what was told contradicts what is recorded. Say what stands.`,
    title: reportTitle(child),
    paragraphs: [
      `${told.join(" ")} Nothing was changed. ${strong("Here:")} ${text(child)}, last seen ${dates.dateTime(episode.missingAt)}. ${episodeStatus(state, episode)}.`,
      isMissingSaid
        ? `${strong("Now:")} ring the police: the child may be missing again. If so, report it: ${code(`/missing report ${text(child)}`)}. If not, say that what is recorded stands. It is asked until someone has decided.`
        : `${strong("Now:")} ask the police which is right. Then record or correct the time, or say that what is recorded stands. It is asked until someone has decided.`
    ]
  }
}

const reportSettledInWords = (settled: ReportSettlement | undefined, { strong, person }: Style): string => {
  switch (settled?._tag) {
    case "AsRecorded":
      return `${strong("What was recorded stands")}, ${person(settled.by)} says.`
    case "PutRight":
      return `${strong("Settled")} by ${person(settled.by)}, who recorded what is right.`
    case "ToldSince":
      return `${strong("Nothing is left to decide:")} what was sent since says what is right.`
    case "AskedLater":
      return "A later message asks this with what was told since."
    case undefined:
      return `${strong("Nothing is left to decide.")} The card says how things stand.`
  }
}

export const reportSettled = ({ child, episode, settled }: Facts<ReportSettled>, style: Style): Notice => {
  const at = settled === undefined || settled._tag === "AskedLater" ? undefined : settled.at
  const { dateTime } = datesSeenFrom(at ?? episode.missingAt)
  return {
    summary:
      settled?._tag === "AskedLater"
        ? `${style.text(child)}: what stands is asked in a later message.`
        : `${style.text(child)}: nothing is left to decide about what was told.`,
    title: reportTitle(child),
    paragraphs: [
      reportSettledInWords(settled, style),
      small(`Last seen ${dateTime(episode.missingAt)}.${at === undefined ? "" : ` Recorded ${dateTime(at)}.`}`)
    ]
  }
}

const interviewTitle = (child: ChildReference): string => `${child} · What becomes of the interview?`

/** How far it had come, and no word of what it brought out. */
const howFar = (
  { completed, offeredAt, interviewer }: Interview,
  { person }: Style,
  { dateTime }: DateWords
): string => {
  if (completed !== undefined) return `It was recorded as held ${dateTime(completed.completedAt)}`
  const who = interviewer === undefined ? "nobody" : person(interviewer)
  return offeredAt === undefined
    ? `It is assigned to ${who}`
    : `It was offered ${dateTime(offeredAt)}, and ${who} has it`
}

/** The child is looked for whatever is decided. */
export const interviewQuestion = ({ child, episode, interview }: Facts<InterviewQuestion>, style: Style): Notice => {
  const reference = style.text(child)
  const dates = alertDates(episode)
  return {
    summary: `${reference} is missing after all, and an interview is recorded. Say what becomes of it.`,
    title: interviewTitle(child),
    paragraphs: [
      `${reference} is missing after all, last seen ${dates.dateTime(episode.missingAt)}, and a return home interview is recorded. ${howFar(interview, style, dates)}.`,
      `${style.strong("Now:")} the child comes first. Then say what becomes of the interview: the person who has it is taken off it, and what did not happen, or was of another child, is withdrawn. It is asked until then.`
    ]
  }
}

export const interviewSettled = ({ child }: Facts<InterviewSettled>, { strong, text }: Style): Notice => ({
  summary: `${text(child)}: nothing is left to decide about the interview.`,
  title: interviewTitle(child),
  paragraphs: [`${strong("Nothing is left to decide.")} The card says how things stand.`]
})

const waitsForChild = (
  reference: string,
  { child }: Facts<InterviewOnHold>,
  { since, isOver, foundAt }: NonNullable<InterviewOnHold["again"]>
): Notice => {
  const gone = `missing again since ${datesSeenFrom(since).dateTime(since)}`
  const goesOn = `${reference} was ${gone}, and is not looked for any more: the return home interview you have can go on.`
  if (isOver) {
    return {
      summary: goesOn,
      title: `${child} · The interview can go on`,
      paragraphs: [`${goesOn} The card says where the child is.`]
    }
  }
  if (foundAt !== undefined) {
    const found = `${reference} was ${gone}, and is found, ${datesSeenFrom(since).dateTime(foundAt)}.`
    return {
      summary: `${found} Please hold no interview until they are back.`,
      title: `${child} · Found, and not back yet`,
      paragraphs: [`${found} The return home interview you have waits until they are back; it stays yours.`]
    }
  }
  return {
    summary: `${reference} is ${gone}. Please hold no interview now.`,
    title: `${child} · Missing again`,
    paragraphs: [
      `${reference} is ${gone}, so the return home interview you have waits until they are back; it stays yours. If you know where the child is, tell the police and the Missing Co-ordinator at once.`
    ]
  }
}

export const interviewOnHold = (facts: Facts<InterviewOnHold>, { text }: Style): Notice => {
  const { child, isHeld, again } = facts
  const reference = text(child)
  if (again !== undefined) return waitsForChild(reference, facts, again)
  return {
    summary: `${reference} is missing after all. Please hold no interview now.`,
    title: `${child} · Missing after all`,
    paragraphs: [
      isHeld
        ? `${reference} is missing after all, and an interview that you held is recorded. If you have spoken to the child, tell the Missing Co-ordinator and the police when and where.`
        : `${reference} is missing after all, so the return home interview you have cannot be held now. If you know where the child is, tell the police and the Missing Co-ordinator at once.`,
      `${opening(whoMay("assign-interview"))} says what becomes of the interview.`
    ]
  }
}
