import { interviewStatus } from "./standing.ts"
import type { ChildState, Episode } from "./state.ts"

/** Where an open episode is: how far the child has come back, and how far their interview has come. */
export const openStages = [
  "missing",
  "found",
  "found-assigned",
  "found-declined",
  "found-not-done",
  "found-completed",
  "returned",
  "returned-assigned",
  "returned-declined",
  "returned-not-done",
  "completed"
] as const
export type OpenStage = (typeof openStages)[number]

/** Where nothing more is done on an episode, or there is none. */
export const endedStages = [
  "nothing-recorded",
  "unknown-episode",
  "cancelled",
  "cancelled-completed",
  "merged",
  "closed",
  "closed-at-18",
  "transferred",
  "died"
] as const
export type EndedStage = (typeof endedStages)[number]

export type Stage = OpenStage | EndedStage

const closed = {
  Closed: "closed",
  ClosedAtEighteen: "closed-at-18",
  Transferred: "transferred",
  Died: "died"
} as const

/**
 * The stage of one episode on the child's record.
 *
 * @example
 * ```ts
 * import { stageOf } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state, episode } = syntheticCase("assigned")
 * stageOf(state, episode) // "returned-assigned"
 * ```
 */
export const stageOf = (state: ChildState, episode: Episode): Stage => {
  if (state.death !== undefined) return "died"
  const { progress, closure } = episode
  const standing = interviewStatus(state, episode)
  if (progress._tag === "Cancelled") {
    if (progress.duplicateOf !== undefined) return "merged"
    return standing._tag === "Completed" ? "cancelled-completed" : "cancelled"
  }
  if (closure !== undefined) return closed[closure._tag]
  if (progress._tag === "Missing") return "missing"
  const back = progress._tag === "Found" ? "found" : "returned"
  switch (standing._tag) {
    case "Completed":
      return back === "found" ? "found-completed" : "completed"
    case "Assigned":
      return `${back}-assigned`
    case "Declined":
      return `${back}-declined`
    case "NotDone":
      return `${back}-not-done`
    case "NotYetDue":
    case "NotOwed":
    case "Unassigned":
      return back
  }
}
