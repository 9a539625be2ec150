/**
 * The card of one episode in the private missing channel, updated in place as things happen.
 *
 * It carries no risk grade, no reason and nothing the child said. It gives clock times and never "in 3 h": it
 * stands for days and would be wrong a minute after it was posted.
 */
import type { Instant } from "@safe-return/domain/calendar"
import { clocksOf, warningLevel } from "@safe-return/domain/deadlines"
import {
  absenceWords,
  type ChildReference,
  type ChildState,
  type Episode,
  type Interview,
  type InterviewStanding,
  interviewStanding,
  missingFromWords,
  type PersonId,
  responseWords,
  unanswered
} from "@safe-return/domain/pathway"
import type { Button, KnownBlock } from "@slack/types"
import { Option } from "effect"
import { caveatsOf, hours72InWords, workingDaysInWords } from "../words/deadlines.ts"
import { episodeStatus } from "../words/episodeStatus.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { hoursAndMinutes, londonDateTime } from "../words/londonTime.ts"
import { personInWords } from "../words/person.ts"
import { actions, context, facts, header, section } from "./blocks.ts"
import { considerationsButton, foundButton, returnedButton, setWorkerButton } from "./caseButtons.ts"
import type { CaseLink } from "./caseLink.ts"
import { completionInWords } from "./completion.ts"
import { interviewButtons } from "./interviewButtons.ts"
import type { MessageContent } from "./MessageContent.ts"
import { nextStep } from "./nextStep.ts"

/** A notice that came later than this after the report is worth a line: an hour of the clocks may be gone. */
const LATE_NOTICE = 60 * 60_000

export interface EpisodeCardFacts {
  readonly child: ChildReference
  readonly state: ChildState
  readonly episode: Episode
  readonly allocatedWorker?: PersonId
  readonly now: Instant
}

const interviewOf = (standing: InterviewStanding): Option.Option<Interview> =>
  "interview" in standing ? Option.some(standing.interview) : Option.none()

const timesOf = (episode: Episode): ReadonlyArray<readonly [string, string]> => {
  const { progress } = episode
  const found = progress._tag === "Found" || progress._tag === "Returned" ? progress.foundAt : undefined
  return [
    ["Last seen", londonDateTime(episode.missingAt)],
    ["Reported", londonDateTime(episode.reportedAt)],
    ...(found === undefined ? [] : [["Found", londonDateTime(found)] as const]),
    ...(progress._tag === "Returned" ? [["Returned", londonDateTime(progress.returnedAt)] as const] : [])
  ]
}

const interviewFacts = (interview: Option.Option<Interview>): ReadonlyArray<readonly [string, string]> =>
  Option.match(interview, {
    onNone: () => [],
    onSome: ({ interviewer, knownAdult, offeredAt, response }) => [
      ["Interviewer", `${personInWords(interviewer)}${knownAdult ? " (known adult, at the child's wish)" : ""}`],
      ["Offer", offeredAt === undefined ? "Not recorded yet" : `Offered ${londonDateTime(offeredAt)}`],
      ...(response === undefined ? [] : [["Answer", responseWords.words[response]] as const])
    ]
  })

const deadlineBlocks = ({ state, episode, now }: EpisodeCardFacts): ReadonlyArray<KnownBlock> => {
  const level = Option.getOrUndefined(warningLevel(state, episode, now))
  const clocks = Option.getOrUndefined(clocksOf(episode))
  if (level === undefined || clocks === undefined) return []
  const overdue = level === "overdue" ? ":rotating_light: *Overdue.* " : ""
  const due = `${hours72InWords(clocks, episode.policy)}\n${workingDaysInWords(clocks, episode.policy)}`
  return [section(`${overdue}*Interview due*\n${due}`), ...caveatsOf(clocks).map(context)]
}

const lateness = ({ reportedAt, notifiedAt }: Episode): ReadonlyArray<KnownBlock> =>
  notifiedAt - reportedAt > LATE_NOTICE
    ? [context(`The council was told ${hoursAndMinutes(notifiedAt - reportedAt)} after the report to the police.`)]
    : []

/** Once somebody is there to answer them. */
const considerationButtons = (
  { considerations = {} }: Episode,
  allocatedWorker: PersonId | undefined,
  link: CaseLink
): ReadonlyArray<Button> =>
  allocatedWorker === undefined || unanswered(considerations).length === 0 ? [] : [considerationsButton(link)]

const buttonsFor = (
  { child, episode, allocatedWorker }: EpisodeCardFacts,
  standing: InterviewStanding
): ReadonlyArray<Button> => {
  const { progress } = episode
  const link = { child, episodeId: episode.id }
  if (progress._tag === "Cancelled" || episode.closure !== undefined) return []
  const movements =
    progress._tag === "Missing"
      ? [foundButton(link, "primary"), returnedButton(link)]
      : progress._tag === "Found"
        ? [returnedButton(link, "primary")]
        : []
  return [
    ...movements,
    ...interviewButtons(episode, standing, link),
    ...considerationButtons(episode, allocatedWorker, link),
    setWorkerButton(link)
  ]
}

export const episodeCard = (card: EpisodeCardFacts): MessageContent => {
  const { child, state, episode, allocatedWorker } = card
  const reference = escapeSlack(child)
  const standing = interviewStanding(state, episode)
  const status = episodeStatus(state, episode)
  const next = nextStep(child, episode, standing)
  const buttons = buttonsFor(card, standing)
  const worker =
    allocatedWorker === undefined ? "No allocated worker recorded: MASH to screen" : personInWords(allocatedWorker)
  return {
    text: `${reference}: ${status}. ${next}`,
    blocks: [
      header(`${child} · ${status}`),
      section(next),
      ...deadlineBlocks(card),
      ...Option.match(completionInWords(episode, standing), { onNone: () => [], onSome: (words) => [section(words)] }),
      facts([
        ["Absence", absenceWords.words[episode.absence]],
        ["Missing from", missingFromWords.words[episode.missingFrom]],
        ...timesOf(episode),
        ["Allocated worker", worker],
        ...interviewFacts(interviewOf(standing))
      ]),
      ...lateness(episode),
      ...(buttons.length === 0 ? [] : [actions("episode", buttons)])
    ]
  }
}
