/** Which further episodes one interview is about: an input of the forms to assign and to log with. */
import { type ChildState, type Episode, EpisodeId, interviewStatus } from "@safe-return/domain/pathway"
import { londonDateTime, marksOf } from "@safe-return/wording"
import type { InputBlock } from "@slack/types"
import { severalField } from "./fields.ts"
import { choicesIn, type FormValues } from "./form.ts"

/** The child's other episodes whose interview nobody has yet, latest first. */
const uncovered = (state: ChildState, episode: Episode): ReadonlyArray<Episode> =>
  state.episodes
    .filter(({ id }) => id !== episode.id)
    .filter((other) => interviewStatus(state, other)._tag === "Unassigned")
    .toSorted((a, b) => b.missingAt - a.missingAt)

/** Nothing where no other episode waits for an interview. */
export const alsoCoversField = (state: ChildState, episode: Episode): ReadonlyArray<InputBlock> => {
  const episodes = uncovered(state, episode)
  if (episodes.length === 0) return []
  const choices = Object.fromEntries(
    episodes.map((other) => [
      other.id,
      { name: `Missing from ${londonDateTime(other.missingAt)}`, description: marksOf(state, other) }
    ])
  )
  return [
    severalField(
      {
        id: "alsoCovers",
        label: "The same interview is also about",
        hint: "One interview can cover several episodes. Each then counts as interviewed.",
        optional: true
      },
      choices
    )
  ]
}

export const readAlsoCovers = (values: FormValues): { readonly alsoCovers?: ReadonlyArray<EpisodeId> } => {
  const alsoCovers = choicesIn(values, "alsoCovers", EpisodeId)
  return alsoCovers.length === 0 ? {} : { alsoCovers }
}
