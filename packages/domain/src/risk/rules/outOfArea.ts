import { placementOf } from "../../pathway/placementsOf.ts"
import type { Episode } from "../../pathway/state.ts"
import type { SettingOf } from "../../policy/triggers.ts"
import type { ChildFacts } from "../childFacts.ts"
import type { EpisodesOnRecord } from "../episodesOnRecord.ts"
import type { Rule } from "../rule.ts"

/** What was recorded of the episode itself goes before what the profile says. */
const isPlacedOutside = (latest: Episode | undefined, { placedOutOfArea }: ChildFacts): boolean | undefined => {
  const placement = latest === undefined ? undefined : placementOf(latest)
  return placement === undefined ? placedOutOfArea : placement._tag === "HostArea"
}

const missingFact = ({ facts, episodes }: EpisodesOnRecord, status: string | undefined): string | undefined => {
  if (episodes.length === 0) return undefined
  if (status === undefined) return "the child's case status"
  return status === "looked-after" && isPlacedOutside(episodes.at(-1), facts) === undefined
    ? "where the child is placed"
    : undefined
}

/**
 * A looked-after child who is placed outside the area of the responsible authority. Where a child is placed is known
 * as it is now, so only the latest episode is judged by it.
 *
 * Sources: Statutory guidance (January 2014), out-of-area placements; Rotherham operating guidance, section 3.
 */
export const outOfArea: Rule<SettingOf<"out-of-area">> = {
  title: "Looked after and placed out of area",
  mayGoToChat: () => false,
  numbers: () => [],
  notKnown: (_, record) => {
    const latest = record.episodes.at(-1)
    return latest === undefined ? undefined : missingFact(record, record.caseStatusOf(latest))
  },
  restsOn: ["latest"],
  isOfOneEpisode: true,
  judge: (_, record, index) => {
    const latest = record.isLatest(index) ? record.episodes[index] : undefined
    if (latest === undefined || isPlacedOutside(latest, record.facts) !== true) return undefined
    if (record.caseStatusOf(latest) !== "looked-after") return undefined
    return {
      episodes: [latest],
      because: "A looked-after child who is placed outside the responsible authority's area.",
      metAt: latest.notifiedAt
    }
  }
}
