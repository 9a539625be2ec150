import { type ChildState, type Episode, interviewStatus, missingAgainUnder, stayOf } from "@safe-return/domain/pathway"

const closureWords = {
  Closed: "Closed",
  ClosedAtEighteen: "Closed at 18",
  Transferred: "Transferred",
  Died: "The child died"
} as const

const foundStatus = (state: ChildState, episode: Episode): string => {
  const stay = stayOf(state, episode)
  if (stay?.whereabouts !== "missing-again")
    return stay === undefined ? "Found, return not recorded" : "Found and not back"
  return missingAgainUnder(state, episode) === undefined ? "Missing again before they came back" : "Missing again"
}

/** How far an episode has come, as the pathway's people say it. */
export const episodeStatus = (state: ChildState, episode: Episode): string => {
  const standing = interviewStatus(state, episode)
  if (state.death !== undefined) return closureWords.Died
  if (episode.closure !== undefined) return closureWords[episode.closure._tag]
  // Whatever was held before, a child who is missing after all is missing.
  if (episode.progress._tag === "Missing") return "Missing"
  if (standing._tag === "Completed") return "Interview completed"
  if (standing._tag === "NotDone") return "No interview"
  switch (episode.progress._tag) {
    case "Cancelled":
      return episode.progress.duplicateOf === undefined ? "Cancelled" : "Duplicate"
    case "Found":
      if (standing._tag === "Declined") return "Interview declined"
      return foundStatus(state, episode)
    case "Returned":
      if (standing._tag === "Declined") return "Interview declined"
      if (standing._tag === "NotOwed") return "Returned"
      return standing._tag === "Assigned" ? "Interview assigned" : "Returned – interview owed"
  }
}
