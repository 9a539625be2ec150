import { type Episode, placementOf } from "@safe-return/domain/pathway"

/** `Placed in the area of Sheffield City Council`; undefined while nobody has said. */
export const placementInWords = (episode: Episode): string | undefined => {
  const placement = placementOf(episode)
  if (placement === undefined) return undefined
  return placement._tag === "OwnArea" ? "Placed in our own area" : `Placed in the area of ${placement.authority}`
}
