import {
  absenceWords,
  answerOf,
  type ChildState,
  type Episode,
  type Interview,
  interviewStatus,
  lastSeenWords,
  missingFromWords,
  notDoneOf,
  offeredAtOf,
  type PersonId,
  responseWords,
  screeningWords,
  stretchesOf
} from "@safe-return/domain/pathway"
import { mayShow } from "@safe-return/domain/policy"
import { type DateWords, placementInWords, returnedToInWords, stayInWords } from "@safe-return/wording"
import type { LabelledFacts } from "./Notice.ts"
import { peopleIn, type Style } from "./Notice.ts"
import { tellsOfCare } from "./tellsOfCare.ts"

/** When and, where it was said, at what kind of place. */
const lastSeenInWords = ({ missingAt, lastSeen, policy }: Episode, dates: DateWords): string => {
  const isHidden = lastSeen === undefined || (tellsOfCare(lastSeen) && !mayShow(policy, "missing-from"))
  const place = isHidden ? "" : ` (${lastSeenWords.words[lastSeen].toLowerCase()})`
  return `${dates.dateTime(missingAt)}${place}`
}

const timesOf = (state: ChildState, episode: Episode, dates: DateWords): LabelledFacts => {
  const { progress } = episode
  const stay = stayInWords(state, episode, dates)
  const { returnedTo, policy } = episode
  const isHidden = returnedTo !== undefined && tellsOfCare(returnedTo) && !mayShow(policy, "missing-from")
  const backTo = isHidden ? undefined : returnedToInWords(episode)
  const found = progress._tag === "Found" || progress._tag === "Returned" ? progress.foundAt : undefined
  return [
    ["Last seen", lastSeenInWords(episode, dates)],
    ["Reported", dates.dateTime(episode.reportedAt)],
    ...(found === undefined
      ? []
      : [["Found", `${dates.dateTime(found)}${stay === undefined ? "" : `; ${stay}`}`] as const]),
    ...(progress._tag === "Returned"
      ? [["Returned", `${dates.dateTime(progress.returnedAt)}${backTo === undefined ? "" : `, to ${backTo}`}`] as const]
      : [])
  ]
}

const interviewFacts = (interview: Interview, episode: Episode, style: Style, dates: DateWords): LabelledFacts => {
  const { interviewer, knownAdult, completed } = interview
  const plannedFor = completed === undefined ? interview.plannedFor : undefined
  const [offeredAt, response] = [offeredAtOf(interview, episode), answerOf(interview, episode)]
  // Of one that does not take place, only what was done is said.
  const isNotDone = completed === undefined && notDoneOf(interview, episode) !== undefined
  return [
    ...(isNotDone
      ? []
      : [
          [
            "Interviewer",
            `${interviewer === undefined ? "Nobody yet" : style.person(interviewer)}${knownAdult ? " (known adult, at the child's wish)" : ""}${plannedFor === undefined ? "" : `, planned for ${dates.dateTime(plannedFor)}`}`
          ] as const
        ]),
    ...(isNotDone && offeredAt === undefined
      ? []
      : [["Offer", offeredAt === undefined ? "Not recorded yet" : `Offered ${dates.dateTime(offeredAt)}`] as const]),
    ...(response === undefined || !mayShow(episode.policy, "answers")
      ? []
      : [["Answer", responseWords.words[response]] as const])
  ]
}

/** What the MASH has settled is not asked for again. */
const allocatedInWords = ({ allocation }: Episode, worker: PersonId | undefined, style: Style): string => {
  const others = allocation?._tag === "Allocated" ? (allocation.alsoWorkers ?? []) : []
  const also = others.map((one) => one.worker).filter((person) => person !== worker)
  if (worker !== undefined)
    return `${style.person(worker)}${also.length === 0 ? "" : `; also ${peopleIn(style, also)}`}`
  if (allocation?._tag === "Screened")
    return `Nobody is allocated. MASH screening: ${screeningWords.words[allocation.outcome]}`
  return allocation?._tag === "NoConcern" ? "Nobody is allocated" : "No allocated worker recorded: MASH to screen"
}

/** Each stretch with when it began, where there are several. */
const absenceInWords = (episode: Episode, dates: DateWords): string => {
  const stretches = stretchesOf(episode)
  if (stretches.length < 2) return absenceWords.words[episode.absence]
  return stretches.map(({ absence, from }) => `${absenceWords.words[absence]} from ${dates.dateTime(from)}`).join("; ")
}

const missingFromInWords = (episode: Episode, style: Style): string => {
  const placed = placementInWords(episode)
  const from = missingFromWords.words[episode.missingFrom]
  return placed === undefined ? from : `${from}. ${style.text(placed)}`
}

/** What is recorded of an episode, as a card and a form show it: no risk grade, no reason, nothing the child said. */
export const episodeFacts = (
  state: ChildState,
  episode: Episode,
  allocatedWorker: PersonId | undefined,
  style: Style,
  dates: DateWords
): LabelledFacts => {
  const standing = interviewStatus(state, episode)
  return [
    ["Absence", absenceInWords(episode, dates)],
    ...(mayShow(episode.policy, "missing-from") ? [["Missing from", missingFromInWords(episode, style)] as const] : []),
    ...timesOf(state, episode, dates),
    ["Allocated worker", allocatedInWords(episode, allocatedWorker, style)],
    ...("interview" in standing && standing.interview !== undefined
      ? interviewFacts(standing.interview, episode, style, dates)
      : [])
  ]
}
