/** What a risk trigger asks for, or that it has been done since, late: then only the decision is left. */
import { type ChildState, episodeById, interviewOf, offeredAtOf } from "@safe-return/domain/pathway"
import type { Firing } from "@safe-return/domain/risk"
import { londonDateTime } from "@safe-return/wording"
import { Option } from "effect"

export const actionInWords = (
  { action, predicate, episodeIds }: Pick<Firing, "action" | "predicate" | "episodeIds">,
  state: ChildState
): string => {
  if (predicate !== "offer-late") return action
  const offers = episodeIds.map((id) => {
    const episode = Option.getOrUndefined(episodeById(state, id))
    return episode && offeredAtOf(interviewOf(state, id), episode)
  })
  const last = offers.at(-1)
  return last === undefined || offers.includes(undefined)
    ? action
    : `The interview was offered ${londonDateTime(last)}, late. Say whether anything more follows from it`
}
