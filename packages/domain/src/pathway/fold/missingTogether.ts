/** The links of an episode to those of other children who are missing with this one. */
import type { ChildReference } from "../../vocabulary/identifiers.ts"
import type { Episode } from "../state.ts"

type References = ReadonlyArray<ChildReference>

const linksOf = ({ missingTogether = [] }: Episode): References => missingTogether

/** An episode without links has no word of them. */
const withLinks = (episode: Episode, links: References): Episode => {
  const { missingTogether: _, ...unlinked } = episode
  return links.length === 0 ? unlinked : { ...unlinked, missingTogether: links }
}

export const withoutLinks = (episode: Episode, others: References): Episode =>
  withLinks(
    episode,
    linksOf(episode).filter((other) => !others.includes(other))
  )

/** The episode that is kept is missing with all the children that either record names. */
export const withLinksOf = (kept: Episode, duplicate: Episode): Episode =>
  withLinks(kept, [...new Set([...linksOf(kept), ...linksOf(duplicate)])])

/** The record that was kept, without the links it had from its duplicate alone. */
export const withoutLinksOf = (kept: Episode, before: Episode, duplicate: Episode): Episode =>
  withoutLinks(
    kept,
    linksOf(duplicate).filter((other) => !linksOf(before).includes(other))
  )

/** The duplicate without the links that were taken away since from the record that was kept. */
export const withLinksStanding = (duplicate: Episode, kept: Episode): Episode =>
  withLinks(
    duplicate,
    linksOf(duplicate).filter((other) => linksOf(kept).includes(other))
  )
