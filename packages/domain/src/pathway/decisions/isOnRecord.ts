import * as Equal from "effect/Equal"
import type { Command } from "../commands.ts"
import type { ChildState, Episode } from "../state.ts"

/** What was taken back is not there, by a person's word. */
export const isTakenBack = ({ progress, personsWord }: Episode, withdrawn: "found" | "returned"): boolean =>
  personsWord !== undefined &&
  personsWord.progress._tag === progress._tag &&
  (progress._tag === "Missing" || (withdrawn === "returned" && progress._tag === "Found"))

/** Merged; what was separated may have been cancelled since, by what was sent meanwhile. */
const isDuplicate = ({ progress }: Episode): boolean =>
  progress._tag === "Cancelled" && progress.duplicateOf !== undefined

/** Whether a command says what is on record already: sent twice, it changes nothing. */
export const isOnRecord = (state: ChildState, episode: Episode | undefined, command: Command): boolean => {
  if (command._tag === "TakeBackDeath") return state.deathTakenBack === command.reason
  if (episode === undefined) return false
  const { progress, closure } = episode
  switch (command._tag) {
    case "RecordFound":
      return "foundAt" in progress && progress.foundAt === command.foundAt
    case "RecordReturned":
      return progress._tag === "Returned" && progress.returnedAt === command.returnedAt
    case "CancelEpisode":
      return progress._tag === "Cancelled" && progress.duplicateOf === undefined && progress.reason === command.reason
    case "CloseEpisode":
      return closure?._tag === "Closed"
    case "TransferEpisode":
      return (
        closure?._tag === "Transferred" && closure.to === command.to && closure.transferredAt === command.transferredAt
      )
    case "ReopenEpisode":
      return closure === undefined && progress._tag !== "Cancelled" && episode.reopenedBecause === command.reason
    case "MergeDuplicate":
      return progress._tag === "Cancelled" && progress.duplicateOf === command.episodeId
    case "SeparateDuplicate":
      return !isDuplicate(episode) && episode.separatedBecause === command.reason
    case "RecordPreventionInterview":
      return episode.preventionInterviewAt === command.heldAt
    case "RecordPartTwo":
      return progress._tag === "Missing" && Equal.equals(progress.partTwo, command.partTwo)
    default:
      return false
  }
}
