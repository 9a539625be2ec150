import * as Equal from "effect/Equal"
import type { EpisodeId } from "../vocabulary/identifiers.ts"
import { firstRefusal } from "./check.ts"
import { checkAllowed } from "./checkAllowed.ts"
import type { Command } from "./commands.ts"
import { acknowledgeAlert } from "./decisions/acknowledgeAlert.ts"
import { answerConsideration } from "./decisions/answerConsideration.ts"
import { answerMisdirectedNews } from "./decisions/answerMisdirectedNews.ts"
import { assignInterview } from "./decisions/assignInterview.ts"
import { cancelEpisode, declineCancellation, declineReport } from "./decisions/cancelEpisode.ts"
import { closeEpisode } from "./decisions/closeEpisode.ts"
import { correctEpisode } from "./decisions/correctEpisode.ts"
import { correctInterview } from "./decisions/correctInterview.ts"
import { decideOnTrigger } from "./decisions/decideOnTrigger.ts"
import { accept, acceptUnless, type Decision, type DecisionContext, decideAfter, refuse } from "./decisions/decision.ts"
import { couldMeanSeveral, episodeMeant } from "./decisions/episodeMeant.ts"
import { extendInterview } from "./decisions/extendInterview.ts"
import { importHistory } from "./decisions/importHistory.ts"
import { isOnRecord } from "./decisions/isOnRecord.ts"
import { logInterview } from "./decisions/logInterview.ts"
import { mergeDuplicate } from "./decisions/mergeDuplicate.ts"
import { offerToCarer } from "./decisions/offerToCarer.ts"
import { receiveNotification } from "./decisions/receiveNotification.ts"
import { recordAbsenceChange } from "./decisions/recordAbsenceChange.ts"
import { recordAllocation, recordScreening } from "./decisions/recordAllocation.ts"
import { recordAttempt } from "./decisions/recordAttempt.ts"
import { confirmDeath, keepAfterDeath, recordDeath, takeBackDeath } from "./decisions/recordDeath.ts"
import { recordFound } from "./decisions/recordFound.ts"
import { recordFurtherSession } from "./decisions/recordFurtherSession.ts"
import { recordInterview, recordInterviewReference } from "./decisions/recordInterview.ts"
import { recordMissingTogether, recordNotMissingTogether } from "./decisions/recordMissingTogether.ts"
import { recordNotDone } from "./decisions/recordNotDone.ts"
import { recordPlacement } from "./decisions/recordPlacement.ts"
import { recordPreventionInterview } from "./decisions/recordPreventionInterview.ts"
import { recordReturned } from "./decisions/recordReturned.ts"
import { asksForInterview, endUnborn, recordUnborn } from "./decisions/recordUnborn.ts"
import { recordReturnedTo, recordWhereabouts } from "./decisions/recordWhereabouts.ts"
import { rejectMisdirectedNotification } from "./decisions/rejectMisdirectedNotification.ts"
import { reopenEpisode } from "./decisions/reopenEpisode.ts"
import { separateDuplicate } from "./decisions/separateDuplicate.ts"
import { transferEpisode } from "./decisions/transferEpisode.ts"
import { turnEighteen } from "./decisions/turnEighteen.ts"
import { unassignInterview } from "./decisions/unassignInterview.ts"
import { withdrawEntry } from "./decisions/withdrawEntry.ts"
import { withdrawFromInterview } from "./decisions/withdrawFromInterview.ts"
import { checkNotLeftOut } from "./leftOut.ts"
import { ChildUnborn, ChooseEpisode, UnknownEpisode } from "./refusals.ts"
import { checkAbsence } from "./reportReading.ts"
import type { ChildState, Episode } from "./state.ts"

/** What one kind of command comes to; `episode` is the one it names or means. */
type Decide<Tag extends Command["_tag"]> = (
  state: ChildState,
  episode: Episode | undefined,
  command: Extract<Command, { readonly _tag: Tag }>,
  context: DecisionContext
) => Decision

const aboutChild =
  <C extends Command>(decision: (state: ChildState, command: C, context: DecisionContext) => Decision) =>
  (state: ChildState, _: Episode | undefined, command: C, context: DecisionContext): Decision =>
    decision(state, command, context)

const aboutEpisodeOfChild =
  <C extends Command>(
    decision: (state: ChildState, episode: Episode, command: C, context: DecisionContext) => Decision
  ) =>
  (state: ChildState, episode: Episode | undefined, command: C, context: DecisionContext): Decision => {
    // The table of stages has refused this already; the line is here for the types.
    if (episode === undefined) return refuse(UnknownEpisode)
    if (episode.unborn !== undefined && asksForInterview(command._tag)) return refuse(ChildUnborn)
    return decision(state, episode, command, context)
  }

const aboutEpisode = <C extends Command>(
  decision: (episode: Episode, command: C, context: DecisionContext) => Decision
) => aboutEpisodeOfChild<C>((_, episode, command, context) => decision(episode, command, context))

const decisions: { readonly [Tag in Command["_tag"]]: Decide<Tag> } = {
  ReceiveNotification: aboutChild((state, command, context) =>
    state.death === undefined ? receiveNotification(state, command, context) : keepAfterDeath(state, command, context)
  ),
  RejectMisdirectedNotification: aboutChild(rejectMisdirectedNotification),
  AnswerMisdirectedNews: aboutChild(answerMisdirectedNews),
  ImportHistory: aboutChild(importHistory),
  TurnEighteen: aboutChild(turnEighteen),
  RecordFindMePlan: aboutChild(({ findMePlan }, { plan }) =>
    acceptUnless(Equal.equals(findMePlan, plan), { _tag: "FindMePlanRecorded", plan })
  ),
  RecordDeath: aboutChild(recordDeath),
  ConfirmDeath: aboutChild(confirmDeath),
  TakeBackDeath: aboutChild(takeBackDeath),
  RecordFound: aboutEpisodeOfChild(recordFound),
  RecordReturned: aboutEpisode(recordReturned),
  RecordWhereabouts: aboutEpisodeOfChild((state, { id }, command, context) =>
    recordWhereabouts(state, id, command, context)
  ),
  RecordReturnedTo: aboutEpisode(recordReturnedTo),
  RecordAbsenceChange: aboutEpisodeOfChild((state, episode, command, context) =>
    decideAfter(checkAbsence(episode, command), () => recordAbsenceChange(state, episode, command, context))
  ),
  WithdrawEntry: aboutEpisodeOfChild(withdrawEntry),
  RecordPlacement: aboutEpisodeOfChild(recordPlacement),
  CancelEpisode: aboutEpisode(cancelEpisode),
  DeclineCancellation: aboutEpisode(declineCancellation),
  DeclineReport: aboutEpisode(declineReport),
  RecordPreventionInterview: aboutEpisodeOfChild(recordPreventionInterview),
  RecordPartTwo: aboutEpisode(({ id: episodeId }, { partTwo }) =>
    accept({ _tag: "PartTwoRecorded", episodeId, partTwo })
  ),
  AssignInterview: aboutEpisodeOfChild(assignInterview),
  LogInterview: aboutEpisodeOfChild(logInterview),
  ExtendInterview: aboutEpisodeOfChild(extendInterview),
  UnassignInterview: aboutEpisodeOfChild(unassignInterview),
  RecordFurtherSession: aboutEpisodeOfChild(recordFurtherSession),
  WithdrawFromInterview: aboutEpisodeOfChild(withdrawFromInterview),
  OfferToCarer: aboutEpisodeOfChild(offerToCarer),
  RecordAttempt: aboutEpisodeOfChild(recordAttempt),
  RecordNotDone: aboutEpisodeOfChild(recordNotDone),
  RecordInterviewReference: aboutEpisodeOfChild(recordInterviewReference),
  RecordInterview: aboutEpisodeOfChild(recordInterview),
  RecordCaseReference: aboutEpisode(({ id: episodeId, caseReference }, { reference }) =>
    acceptUnless(caseReference === reference, { _tag: "CaseReferenceRecorded", episodeId, reference })
  ),
  RecordAllocation: aboutEpisode(recordAllocation),
  RecordScreening: aboutEpisode(recordScreening),
  HandOver: aboutEpisode((episode, { coordinator }) =>
    acceptUnless(episode.coordinator === coordinator, { _tag: "HandedOver", episodeId: episode.id, coordinator })
  ),
  AcknowledgeAlert: aboutEpisode(acknowledgeAlert),
  AnswerConsideration: aboutEpisodeOfChild(answerConsideration),
  DecideOnTrigger: aboutEpisode(decideOnTrigger),
  RecordMissingTogether: aboutEpisode(recordMissingTogether),
  RecordNotMissingTogether: aboutEpisode(recordNotMissingTogether),
  RecordUnborn: aboutEpisode(recordUnborn),
  EndUnborn: aboutEpisode(endUnborn),
  CloseEpisode: aboutEpisodeOfChild(closeEpisode),
  ReopenEpisode: aboutEpisodeOfChild(reopenEpisode),
  TransferEpisode: aboutEpisode(transferEpisode),
  MergeDuplicate: aboutEpisodeOfChild(mergeDuplicate),
  SeparateDuplicate: aboutEpisodeOfChild(separateDuplicate),
  CorrectEpisode: aboutEpisodeOfChild((state, episode, command, context) =>
    decideAfter(checkAbsence(episode, command), () => correctEpisode(state, episode, command, context))
  ),
  CorrectInterview: aboutEpisodeOfChild(correctInterview)
}

/** Every episode that a command touches: the one it names or means, and those beside it. */
const touched = (episode: Episode | undefined, command: Command): ReadonlyArray<EpisodeId> => [
  ...(episode === undefined ? [] : [episode.id]),
  ...(command._tag === "MergeDuplicate" ? [command.duplicateId, command.episodeId] : []),
  ...("alsoCovers" in command ? (command.alsoCovers ?? []) : []),
  ...(episode?.progress._tag === "Cancelled" && episode.progress.duplicateOf !== undefined
    ? [episode.progress.duplicateOf]
    : [])
]

/**
 * The events a command comes to, or its refusal: first by the table of stages, then by the facts. Nothing is recorded:
 * see {@link record}. No event where it was said or sent before. What was not read with `Command` goes to {@link
 * decideUnknown}.
 *
 * A refusal is plain data: `_tag` for programs, `field` for the form, `message` for people. {@link possibleRefusals}
 * lists those of a command. Nothing throws.
 *
 * @param command its times are epoch milliseconds
 * @param context `now` in epoch milliseconds; `by`, the person who asks, may be left out where none does
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { decide } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 * import { Result } from "effect"
 *
 * const { state, episode } = syntheticCase("found")
 * const command = { _tag: "RecordReturned", episodeId: episode.id, returnedAt: utc(2026, 11, 21, 9, 30) } as const
 * const now = utc(2026, 11, 21, 10)
 * Result.map(decide(state, command, { now }), (events) => events.map(({ _tag }) => _tag)) // success(["ChildReturned"])
 * const early = { ...command, returnedAt: utc(2026, 11, 20, 12) }
 * Result.mapError(decide(state, early, { now }), ({ _tag, field }) => [_tag, field]) // failure(["ReturnedBeforeMissing","returnedAt"])
 * ```
 */
export const decide = (state: ChildState, command: Command, context: DecisionContext): Decision => {
  if (couldMeanSeveral(state, command)) return refuse(ChooseEpisode)
  const episode = episodeMeant(state, command)
  if (state.death === undefined && isOnRecord(state, episode, command)) return accept()
  const check = firstRefusal(
    () => checkAllowed(state, episode, command._tag),
    () => checkNotLeftOut(state, command._tag, touched(episode, command), context.by)
  )
  return decideAfter(check, () =>
    (decisions[command._tag] as Decide<Command["_tag"]>)(state, episode, command, context)
  )
}
