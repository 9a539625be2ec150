/** What can be done about an episode now: the next few on the card, and everything behind "More". */

import { undecidedTriggers } from "@safe-return/casework"
import {
  answersAs,
  answersOf,
  type ChildState,
  type Episode,
  interviewOf,
  interviewStatus,
  isOpen,
  isReturnInQuestion,
  missingAgainUnder,
  type RemainingTask,
  remainingTasks,
  reportsAfterDeath,
  reportsInQuestion,
  stayOf,
  unanswered
} from "@safe-return/domain/pathway"
import { asksToAcknowledge, type EpisodeCard, type Facts, isReadyToClose, otherReports } from "@safe-return/outreach"
import type { Button } from "@slack/types"
import { type CaseButton, caseButton, primary } from "../blocks/caseLink.ts"
import { acknowledgeButtons } from "../forms/acknowledgeButtons.ts"
import { absenceChangeButton } from "./absenceChange/absenceChangeView.ts"
import { setWorkerButton } from "./allocatedWorker/allocatedWorkerView.ts"
import { cancelEpisodeButton, keepEpisodeButton } from "./cancellation/cancellationView.ts"
import { closeButton } from "./close/closeView.ts"
import { considerationsButton } from "./considerations/considerationsView.ts"
import { correctButton } from "./correct/correctView.ts"
import { confirmDeathButton, deathButton, takeBackDeathButton } from "./death/deathView.ts"
import { joinButton } from "./duplicate/duplicateView.ts"
import { foundButton } from "./found/foundView.ts"
import { furtherSessionButton } from "./furtherSession/furtherSessionView.ts"
import { interviewButtons } from "./interviewButtons.ts"
import { keepRecordedButton } from "./keepRecorded/keepRecordedView.ts"
import { placementButton } from "./placement/placementView.ts"
import { revealButton } from "./profile/profileView.ts"
import { reachedButton } from "./reached/reachedView.ts"
import { reopenButton } from "./reopen/reopenView.ts"
import { returnedButton } from "./returned/returnedView.ts"
import { screenButton } from "./screen/screenView.ts"
import { togetherButton } from "./together/togetherView.ts"
import { decideButton } from "./triggerDecisions/triggerDecisionsView.ts"
import { unassignButton } from "./unassign/unassignView.ts"
import { unbornButton } from "./unborn/unbornView.ts"
import { returnedToButton, whereaboutsButton } from "./whereabouts/whereaboutsView.ts"
import { withdrawableOf, withdrawFromInterviewButton } from "./withdrawFromInterview/withdrawFromInterviewView.ts"

export type EpisodeCardFacts = Facts<EpisodeCard>

export const moreButton = caseButton("more", "More", "Everything that can be done now.")

/** Once there is a worker they come early; where none is allocated, others may answer, and that comes late. */
const considerationButtons = ({ state, episode, isReaderApart }: EpisodeCardFacts): ReadonlyArray<CaseButton> => {
  const answers = answersOf(episode, answersAs(state, episode, isReaderApart === true))
  return unanswered(answers).length === 0 ? [] : [considerationsButton]
}

/** The MASH has said whose case it is or where the child is sent. */
const isScreened = ({ allocation }: Episode): boolean =>
  allocation !== undefined && allocation._tag !== "AwaitingScreening"

/** What the form of the screening records, also once the child has a worker. */
const screeningTasks: ReadonlySet<RemainingTask> = new Set([
  "case-reference",
  "allocation",
  "screening",
  "hand-over"
] as const)

/** The worker may be set by a button of their own, which leaves the rest of the screening to do. */
const hasScreeningLeft = (state: ChildState, episode: Episode): boolean =>
  remainingTasks(state, episode).some((task) => screeningTasks.has(task))

const movementButtons = (state: ChildState, episode: Episode): ReadonlyArray<CaseButton> => {
  const { progress, stays, returnedTo } = episode
  if (progress._tag === "Missing") return [primary(foundButton), returnedButton]
  if (progress._tag !== "Found") return returnedTo === undefined ? [returnedToButton] : []
  if (isReturnInQuestion(state, episode)) return [primary(whereaboutsButton), returnedButton]
  // They were never back from this disappearance.
  if (stayOf(state, episode)?.whereabouts === "missing-again") return [whereaboutsButton]
  return [stays === undefined ? primary(returnedButton) : returnedButton, whereaboutsButton]
}

/** Of a child who died nothing is asked; a report that came since is for a person to look at. */
const buttonsAfterDeath = ({ death }: ChildState): ReadonlyArray<CaseButton> => [
  ...(reportsAfterDeath(death).length > 0 ? [confirmDeathButton] : []),
  takeBackDeathButton
]

/** Of a child who is missing after all, all that can be done about the interview. */
export const interviewUndoButtons = (state: ChildState, episode: Episode): ReadonlyArray<CaseButton> => {
  const interview = interviewOf(state, episode.id)
  const isAssigned = interview?.interviewer !== undefined && interview.completed === undefined
  return [
    ...(isAssigned ? [unassignButton] : []),
    ...(withdrawableOf(state, episode).length === 0 ? [] : [withdrawFromInterviewButton])
  ]
}

/** A cancellation of a child who is back waits for a person. */
const cancellationButtons = ({ questionedCancellation }: Episode): ReadonlyArray<CaseButton> =>
  questionedCancellation === undefined ? [] : [keepEpisodeButton, cancelEpisodeButton]

/** How what was told against what is recorded can be settled, as the episode stands. */
export const reportQuestionButtons = (episode: Episode): ReadonlyArray<CaseButton> => {
  if (reportsInQuestion(episode).length === 0) return []
  if (!isOpen(episode)) return [keepRecordedButton, reopenButton]
  const isMissing = episode.progress._tag === "Missing"
  return isMissing ? [foundButton, correctButton, keepRecordedButton] : [correctButton, keepRecordedButton]
}

/** On the card, where the child is found and records are corrected by buttons of its own. */
const keepRecordedButtons = (episode: Episode): ReadonlyArray<CaseButton> =>
  reportsInQuestion(episode).length === 0 ? [] : [keepRecordedButton]

/** Another report of the child is open, which a person may know to be of the same disappearance. */
const joinButtons = (state: ChildState, episode: Episode): ReadonlyArray<CaseButton> =>
  otherReports(state, episode).some(({ _tag }) => _tag === "Open") ? [joinButton] : []

/** Interview buttons that come before the paperwork. */
const INTERVIEW_FIRST = 2

/** In the order in which they come next. None depends on the hour: a card would else change as time goes by. */
const orderedButtons = (card: EpisodeCardFacts): ReadonlyArray<CaseButton> => {
  const { state, episode, allocatedWorker } = card
  const { progress } = episode
  if (state.death !== undefined) return buttonsAfterDeath(state)
  // A wrong merge is undone from the record that no longer counts.
  if (progress._tag === "Cancelled" && progress.duplicateOf !== undefined) return [correctButton]
  if (!isOpen(episode)) return [...keepRecordedButtons(episode), reopenButton]
  const moved = movementButtons(state, episode)
  const isBack = progress._tag === "Returned"
  // Nothing of an interview can be recorded of a child who is missing after all.
  const isMissing = progress._tag === "Missing"
  const standing = interviewStatus(state, episode)
  const interview = isMissing ? interviewUndoButtons(state, episode) : interviewButtons(episode, standing)
  const isAgain = missingAgainUnder(state, episode) !== undefined
  const first = isAgain ? 0 : INTERVIEW_FIRST
  return [
    ...cancellationButtons(episode),
    ...(isBack ? [] : moved),
    ...keepRecordedButtons(episode),
    ...joinButtons(state, episode),
    ...(isReadyToClose(card) ? [primary(closeButton)] : []),
    ...interview.slice(0, first),
    ...(allocatedWorker === undefined ? [] : considerationButtons(card)),
    ...(isScreened(episode) ? [] : [screenButton]),
    ...interview.slice(first),
    setWorkerButton,
    ...(isScreened(episode) && hasScreeningLeft(state, episode) ? [screenButton] : []),
    ...(allocatedWorker === undefined ? considerationButtons(card) : []),
    ...(isBack ? moved : []),
    ...(standing._tag === "Completed" && !isMissing ? [furtherSessionButton] : []),
    placementButton,
    absenceChangeButton,
    ...(asksToAcknowledge(episode) ? [reachedButton] : []),
    togetherButton,
    // A child who was interviewed is born.
    ...(standing._tag === "Completed" ? [] : [unbornButton]),
    correctButton,
    revealButton,
    deathButton
  ]
}

/** Everything that can be done now, what comes next first. */
export const everyButton = (card: EpisodeCardFacts): ReadonlyArray<CaseButton> => {
  const { state, calendars, now } = card
  return [...orderedButtons(card), ...(undecidedTriggers(state, now, calendars).length === 0 ? [] : [decideButton])]
}

/** On the card itself: what a phone shows in one row or two. */
const ON_CARD = 3

interface Shown {
  readonly isOpen: (button: CaseButton) => boolean
  /** Whether what is not open to its readers is behind "More" for others. */
  readonly isForAll: boolean
}

/** The acknowledgement of an alert comes before everything; then the next few buttons, and the way to all others. */
export const cardButtons = (card: EpisodeCardFacts, { isOpen: isOpenTo, isForAll }: Shown): ReadonlyArray<Button> => {
  const { child, episode, alert } = card
  const link = { child, episodeId: episode.id }
  const all = isForAll ? orderedButtons(card) : everyButton(card)
  const open = all.filter(isOpenTo)
  const isWhole = open.length <= ON_CARD + 1 && (!isForAll || open.length === all.length)
  const shown = isWhole ? open : [...open.slice(0, ON_CARD), moreButton]
  return [
    ...(alert === undefined || alert.hasStopped ? [] : acknowledgeButtons(child, episode)),
    ...shown.map((button) => button(link))
  ]
}
