import type { Firing } from "./firing.ts"

/** The same trigger on part of the evidence: said already, or made pointless by the firing that holds it all. */
export const isPartOf = (part: Firing, whole: Firing): boolean =>
  part.rule === whole.rule &&
  part.episodeIds.length < whole.episodeIds.length &&
  part.episodeIds.every((id) => whole.episodeIds.includes(id))
