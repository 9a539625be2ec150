import type { Instant } from "../calendar/instant.ts"
import type { Definition } from "./definition.ts"
import { type EpisodeStarts, episodesOfEachChild } from "./EpisodeStarts.ts"

/** Bands by the most episodes that each takes. */
export const frequencyBands = [
  ["1", 1],
  ["2", 2],
  ["3", 3],
  ["4", 4],
  ["5", 5],
  ["6-10", 10],
  ["11-20", 20],
  ["21-50", 50],
  ["51-100", 100],
  ["over-100", Number.POSITIVE_INFINITY]
] as const

type Band = (typeof frequencyBands)[number][0]

/** Children by how many episodes they had. */
export type Frequency = Readonly<Record<Band, number>>

/** Children by number of episodes in the twelve months that end with the month. */
export const frequencyOf = (starts: EpisodeStarts, from: Instant, before: Instant): Frequency => {
  const counts = Object.fromEntries(frequencyBands.map(([band]) => [band, 0])) as Record<Band, number>
  for (const episodes of episodesOfEachChild(starts, from, before).values()) {
    const band = frequencyBands.find(([, most]) => episodes <= most)
    if (band !== undefined) counts[band[0]] += 1
  }
  return counts
}

export const frequencyDefinition: Definition = {
  field: "frequency",
  counts: "Children by how many episodes they had in the twelve calendar months that end with the month.",
  source: "Bands: Devon 2020/21, children by times missing"
}
