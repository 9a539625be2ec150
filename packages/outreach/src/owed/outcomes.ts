import type { ChildState, Episode } from "@safe-return/domain/pathway"
import type { AlertOutcome, Outcome } from "../message/endMessages.ts"

const unsaid: Outcome = { _tag: "Unsaid" }

/** How the alert of an episode ended; undefined while the child is looked for, and where another record goes on. */
export const alertOutcomeOf = (
  { death }: Pick<ChildState, "death">,
  { progress, closure }: Episode
): AlertOutcome | undefined => {
  if (death !== undefined || closure?._tag === "Died") return undefined
  switch (progress._tag) {
    case "Cancelled":
      if (progress.duplicateOf !== undefined) return undefined
      return { _tag: progress.reason === "wrong-child" ? "OfAnotherChild" : "Cancelled" }
    case "Found":
      return { _tag: "Found", at: progress.foundAt }
    case "Returned":
      return { _tag: "Back", at: progress.returnedAt }
    case "Missing":
      if (closure === undefined) return undefined
      return closure._tag === "Transferred" ? { _tag: "Transferred", to: closure.to } : { _tag: "Closed" }
  }
}

/** How an episode left our hands; undefined while it is ours to work on. */
export const endOfEpisode = (state: ChildState, episode: Episode): Outcome | undefined => {
  const { progress, closure } = episode
  if (state.death !== undefined || closure?._tag === "Died") return unsaid
  if (progress._tag === "Cancelled")
    return progress.duplicateOf === undefined ? alertOutcomeOf(state, episode) : { _tag: "Joined" }
  if (closure === undefined) return undefined
  return closure._tag === "Transferred" ? { _tag: "Transferred", to: closure.to } : { _tag: "Closed" }
}
