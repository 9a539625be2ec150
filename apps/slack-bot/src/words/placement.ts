import type { Nation } from "@safe-return/domain/calendar"
import { type Episode, placementOf } from "@safe-return/domain/pathway"
import { escapeSlack } from "./escapeSlack.ts"

export const nationWords: Readonly<Record<Nation, string>> = {
  "england-and-wales": "England and Wales",
  scotland: "Scotland",
  "northern-ireland": "Northern Ireland"
}

/** `Placed in the area of Sheffield City Council`; undefined while nobody has said. */
export const placementInWords = (episode: Episode): string | undefined => {
  const placement = placementOf(episode)
  if (placement === undefined) return undefined
  return placement._tag === "OwnArea"
    ? "Placed in our own area"
    : `Placed in the area of ${escapeSlack(placement.authority)}`
}
