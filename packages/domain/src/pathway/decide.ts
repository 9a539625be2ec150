import { Equal } from "effect"
import type { Command } from "./commands.ts"
import { acknowledgeAlert } from "./decisions/acknowledgeAlert.ts"
import { answerConsideration } from "./decisions/answerConsideration.ts"
import { assignInterview } from "./decisions/assignInterview.ts"
import { cancelEpisode, declineCancellation } from "./decisions/cancelEpisode.ts"
import { closeEpisode } from "./decisions/closeEpisode.ts"
import { correctEpisode } from "./decisions/correctEpisode.ts"
import { correctInterview } from "./decisions/correctInterview.ts"
import { decideOnTrigger } from "./decisions/decideOnTrigger.ts"
import { accept, acceptUnless, type Decision, type DecisionContext, decideAfter, refuse } from "./decisions/decision.ts"
import { couldMeanSeveral, episodeMeant } from "./decisions/episodeMeant.ts"
import { extendInterview } from "./decisions/extendInterview.ts"
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
import { isSaidAlready } from "./decisions/saidAlready.ts"
import { separateDuplicate } from "./decisions/separateDuplicate.ts"
import { transferEpisode } from "./decisions/transferEpisode.ts"
import { turnEighteen } from "./decisions/turnEighteen.ts"
import { unassignInterview } from "./decisions/unassignInterview.ts"
import { withdrawEntry } from "./decisions/withdrawEntry.ts"
import { withdrawFromInterview } from "./decisions/withdrawFromInterview.ts"
import { ChildUnborn, ChooseEpisode, UnknownEpisode } from "./refusals.ts"
import { checkAbsence } from "./reportReading.ts"
import { checkStage } from "./stageRefusals.ts"
import { type Stage, stageOf } from "./stages.ts"
import type { ChildState, Episode } from "./state.ts"
import { transitions } from "./transitions.ts"

const stageAsked = (state: ChildState, episode: Episode | undefined): Stage => {
  if (state.episodes.length === 0) return "nothing-recorded"
  return episode === undefined ? "unknown-episode" : stageOf(state, episode)
}

/**
 * What a command comes to on this child's state: events to record, in order, or a refusal in words. Pure: the
 * same state, command and `now` always give the same answer. The table in `transitions.ts` is asked first; then the
 * facts.
 */
export const decide = (state: ChildState, command: Command, context: DecisionContext): Decision => {
  if (couldMeanSeveral(state, command)) return refuse(new ChooseEpisode())
  const episode = episodeMeant(state, command)
  if (state.death === undefined && isSaidAlready(state, episode, command)) return accept()
  const row: Partial<Record<Stage, (typeof transitions)["LogInterview"][Stage]>> = transitions[command._tag]
  return decideAfter(checkStage(row[stageAsked(state, episode)] ?? "UnknownEpisode"), () =>
    decideOnFacts(state, episode, command, context)
  )
}

const decideOnFacts = (
  state: ChildState,
  episode: Episode | undefined,
  command: Command,
  context: DecisionContext
): Decision => {
  switch (command._tag) {
    case "ReceiveNotification":
      return state.death === undefined
        ? receiveNotification(state, command, context)
        : keepAfterDeath(state, command, context)
    case "RejectMisdirectedNotification":
      return rejectMisdirectedNotification(state, command)
    case "TurnEighteen":
      return turnEighteen(state, command, context)
    case "RecordFindMePlan":
      return acceptUnless(Equal.equals(state.findMePlan, command.plan), {
        _tag: "FindMePlanRecorded",
        plan: command.plan
      })
    case "RecordDeath":
      return recordDeath(state, command, context)
    case "ConfirmDeath":
      return confirmDeath(state, command, context)
    case "TakeBackDeath":
      return takeBackDeath(state, command, context)
  }
  // The table has refused this already; the line is here for the types.
  if (episode === undefined) return refuse(new UnknownEpisode())
  const episodeId = episode.id
  if (episode.unborn !== undefined && asksForInterview(command)) return refuse(new ChildUnborn())
  switch (command._tag) {
    case "RecordFound":
      return recordFound(state, episode, command, context)
    case "RecordReturned":
      return recordReturned(episode, command, context)
    case "RecordWhereabouts":
      return recordWhereabouts(state, episodeId, command, context)
    case "RecordReturnedTo":
      return recordReturnedTo(episode, command)
    case "RecordAbsenceChange":
      return decideAfter(checkAbsence(episode, command), () => recordAbsenceChange(state, episode, command, context))
    case "WithdrawEntry":
      return withdrawEntry(state, episode, command)
    case "RecordPlacement":
      return recordPlacement(state, episode, command, context)
    case "CancelEpisode":
      return cancelEpisode(episode, command, context)
    case "DeclineCancellation":
      return declineCancellation(episode)
    case "RecordPreventionInterview":
      return recordPreventionInterview(state, episode, command, context)
    case "RecordPartTwo":
      return accept({ _tag: "PartTwoRecorded", episodeId, partTwo: command.partTwo })
    case "AssignInterview":
      return assignInterview(state, episode, command, context)
    case "LogInterview":
      return logInterview(state, episode, command, context)
    case "ExtendInterview":
      return extendInterview(state, episode, command)
    case "UnassignInterview":
      return unassignInterview(state, episode, command)
    case "RecordFurtherSession":
      return recordFurtherSession(state, episode, command, context)
    case "WithdrawFromInterview":
      return withdrawFromInterview(state, episode, command)
    case "OfferToCarer":
      return offerToCarer(state, episode, command, context)
    case "RecordAttempt":
      return recordAttempt(state, episode, command, context)
    case "RecordNotDone":
      return recordNotDone(state, episode, command)
    case "RecordInterviewReference":
      return recordInterviewReference(state, episode, command)
    case "RecordInterview":
      return recordInterview(state, episode, command)
    case "RecordCaseReference":
      return acceptUnless(episode.caseReference === command.reference, {
        _tag: "CaseReferenceRecorded",
        episodeId,
        reference: command.reference
      })
    case "RecordAllocation":
      return recordAllocation(episode, command)
    case "RecordScreening":
      return recordScreening(episode, command)
    case "HandOver":
      return acceptUnless(episode.coordinator === command.coordinator, {
        _tag: "HandedOver",
        episodeId,
        coordinator: command.coordinator
      })
    case "AcknowledgeAlert":
      return acknowledgeAlert(episode, command, context)
    case "AnswerConsideration":
      return answerConsideration(episode, command)
    case "DecideOnTrigger":
      return decideOnTrigger(episode, command)
    case "RecordMissingTogether":
      return recordMissingTogether(episode, command)
    case "RecordNotMissingTogether":
      return recordNotMissingTogether(episode, command)
    case "RecordUnborn":
      return recordUnborn(episode)
    case "EndUnborn":
      return endUnborn(episode, command)
    case "CloseEpisode":
      return closeEpisode(state, episode, context)
    case "ReopenEpisode":
      return reopenEpisode(state, episode, command, context)
    case "TransferEpisode":
      return transferEpisode(episode, command, context)
    case "MergeDuplicate":
      return mergeDuplicate(state, episode, command, context)
    case "SeparateDuplicate":
      return separateDuplicate(state, episode, command, context)
    case "CorrectEpisode":
      return decideAfter(checkAbsence(episode, command), () => correctEpisode(state, episode, command, context))
    case "CorrectInterview":
      return correctInterview(state, episode, command, context)
  }
}
