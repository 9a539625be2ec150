/** What can be done about an episode now: the next few on the card, and everything behind "More". */

import { undecidedTriggers } from "@safe-return/casework"
import {
  type ChildState,
  type Episode,
  interviewOf,
  interviewStatus,
  isOpen,
  reportsAfterDeath,
  unanswered,
  whatIsLeft
} from "@safe-return/domain/pathway"
import type { Button } from "@slack/types"
import { asksToAcknowledge } from "../delivery/acknowledgement.ts"
import type { EpisodeCard } from "../delivery/message/cardMessages.ts"
import type { Facts } from "../delivery/message/Message.ts"
import { withdrawableOf } from "../forms/interviewUndoing/interviewUndoingView.ts"
import { acknowledgeButtons } from "./acknowledging.ts"
import {
  absenceChangeButton,
  cancelEpisodeButton,
  closeButton,
  confirmDeathButton,
  considerationsButton,
  correctButton,
  deathButton,
  decideButton,
  foundButton,
  furtherSessionButton,
  keepEpisodeButton,
  moreButton,
  placementButton,
  reachedButton,
  reopenButton,
  returnedButton,
  returnedToButton,
  revealButton,
  screenButton,
  setWorkerButton,
  takeBackDeathButton,
  togetherButton,
  unassignButton,
  unbornButton,
  whereaboutsButton,
  withdrawFromInterviewButton
} from "./caseButtons.ts"
import type { CaseLink } from "./caseLink.ts"
import { interviewButtons } from "./interviewButtons.ts"

export type EpisodeCardFacts = Facts<EpisodeCard>

/** Once there is a worker they come early; where none is allocated, others may answer, and that comes late. */
const considerationButtons = ({ considerations = {} }: Episode, link: CaseLink): ReadonlyArray<Button> =>
  unanswered(considerations).length === 0 ? [] : [considerationsButton(link)]

/** The MASH has said whose case it is or where the child is sent. */
const isScreened = ({ allocation }: Episode): boolean =>
  allocation !== undefined && allocation._tag !== "AwaitingScreening"

/** Closing is what comes next. */
export const isReadyToClose = ({ state, episode }: EpisodeCardFacts): boolean =>
  isOpen(episode) && whatIsLeft(state, episode).length === 0

const movements = ({ progress, stays, returnedTo }: Episode, link: CaseLink): ReadonlyArray<Button> => {
  if (progress._tag === "Missing") return [foundButton(link, "primary"), returnedButton(link)]
  if (progress._tag !== "Found") return returnedTo === undefined ? [returnedToButton(link)] : []
  return stays === undefined
    ? [returnedButton(link, "primary"), whereaboutsButton(link)]
    : [returnedButton(link), whereaboutsButton(link)]
}

/** Of a child who died nothing is asked; a report that came since is for somebody to look at. */
const afterDeath = ({ child, state, episode }: EpisodeCardFacts): ReadonlyArray<Button> => {
  const link = { child, episodeId: episode.id }
  const toLookAt = reportsAfterDeath(state.death).length > 0
  return [...(toLookAt ? [confirmDeathButton(link)] : []), takeBackDeathButton(link)]
}

/** Of a child who is missing after all, all that can be done about the interview. */
export const undoing = (state: ChildState, episode: Episode, link: CaseLink): ReadonlyArray<Button> => {
  const interview = interviewOf(state, episode.id)
  const isSomebodys = interview?.interviewer !== undefined && interview.completed === undefined
  return [
    ...(isSomebodys ? [unassignButton(link)] : []),
    ...(withdrawableOf(state, episode).length === 0 ? [] : [withdrawFromInterviewButton(link)])
  ]
}

/** A cancellation of a child who is back waits for a person. */
const inQuestion = ({ questionedCancellation }: Episode, link: CaseLink): ReadonlyArray<Button> =>
  questionedCancellation === undefined ? [] : [keepEpisodeButton(link), cancelEpisodeButton(link)]

/** Interview buttons that come before the paperwork. */
const INTERVIEW_FIRST = 2

/** In the order in which they come next. None depends on the hour: a card would else change as time goes by. */
const orderedButtons = (card: EpisodeCardFacts): ReadonlyArray<Button> => {
  const { child, state, episode, allocatedWorker } = card
  const { progress } = episode
  const link = { child, episodeId: episode.id }
  if (state.death !== undefined) return afterDeath(card)
  // A wrong merge is undone from the record that no longer counts.
  if (progress._tag === "Cancelled")
    return [progress.duplicateOf === undefined ? reopenButton(link) : correctButton(link)]
  if (episode.closure !== undefined) return [reopenButton(link)]
  const moved = movements(episode, link)
  const isBack = progress._tag === "Returned"
  // Nothing of an interview can be recorded of a child who is missing after all.
  const isMissing = progress._tag === "Missing"
  const standing = interviewStatus(state, episode)
  const interview = isMissing ? undoing(state, episode, link) : interviewButtons(episode, standing, link)
  return [
    ...inQuestion(episode, link),
    ...(isBack ? [] : moved),
    ...(isReadyToClose(card) ? [closeButton(link, "primary")] : []),
    ...interview.slice(0, INTERVIEW_FIRST),
    ...(allocatedWorker === undefined ? [] : considerationButtons(episode, link)),
    ...(isScreened(episode) ? [] : [screenButton(link)]),
    ...interview.slice(INTERVIEW_FIRST),
    setWorkerButton(link),
    ...(allocatedWorker === undefined ? considerationButtons(episode, link) : []),
    ...(isBack ? moved : []),
    ...(standing._tag === "Completed" && !isMissing ? [furtherSessionButton(link)] : []),
    placementButton(link),
    absenceChangeButton(link),
    ...(asksToAcknowledge(episode) ? [reachedButton(link)] : []),
    togetherButton(link),
    unbornButton(link),
    correctButton(link),
    revealButton(link),
    deathButton(link)
  ]
}

/** Everything that can be done now, what comes next first. */
export const everyButton = (card: EpisodeCardFacts): ReadonlyArray<Button> => {
  const { child, state, episode, calendars, now } = card
  const decide =
    undecidedTriggers(state, now, calendars).length === 0 ? [] : [decideButton({ child, episodeId: episode.id })]
  return [...orderedButtons(card), ...decide]
}

/** On the card itself: what a phone shows in one row or two. */
const ON_CARD = 3

/** That somebody has seen the alert comes before everything; then the next few, and the way to everything else. */
export const cardButtons = (card: EpisodeCardFacts): ReadonlyArray<Button> => {
  const { child, episode, alert } = card
  const acknowledge = alert === undefined ? [] : acknowledgeButtons(child, episode)
  const all = orderedButtons(card)
  return [
    ...acknowledge,
    ...(all.length <= ON_CARD + 1 ? all : [...all.slice(0, ON_CARD), moreButton({ child, episodeId: episode.id })])
  ]
}
