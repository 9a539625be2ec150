import * as Option from "effect/Option"
import type { Command } from "../commands.ts"
import { episodeById, foundOrReturnedAt, isOpen, latestEpisode } from "../standing.ts"
import type { ChildState, Episode } from "../state.ts"

/** The open episodes whose interview could be arranged or logged. */
const couldBeMeant = ({ episodes }: ChildState): ReadonlyArray<Episode> =>
  episodes.filter((episode) => isOpen(episode) && foundOrReturnedAt(episode) !== undefined)

/** Whether a command that names no episode could be about several: a guess might move the interview to another. */
export const couldMeanSeveral = (state: ChildState, command: Command): boolean =>
  (command._tag === "AssignInterview" || command._tag === "LogInterview") &&
  command.episodeId === undefined &&
  couldBeMeant(state).length > 1

/** The episode a command is about. */
export const episodeMeant = (state: ChildState, command: Command): Episode | undefined => {
  if ("episodeId" in command && command.episodeId !== undefined) {
    const id = command._tag === "MergeDuplicate" ? command.duplicateId : command.episodeId
    return Option.getOrUndefined(episodeById(state, id))
  }
  const isOfInterview = command._tag === "AssignInterview" || command._tag === "LogInterview"
  const [only] = isOfInterview ? couldBeMeant(state) : []
  return only ?? Option.getOrUndefined(latestEpisode(state))
}
