import type { ChildReference } from "@safe-return/domain/pathway"
import { type Firing, standingWords } from "@safe-return/domain/risk"

/** One trigger that is met, in the published shape: the order of the keys is part of it. */
export const firingAnswer = (
  childRef: ChildReference,
  { rule, level, action, episodeIds, because, source, verified }: Firing
) => ({ childRef, rule, level, action, episodeIds, because, source, verified })

const levelWords = { must: "MUST", consider: "CONSIDER" } as const

export const firingInWords = (firing: Firing): string => {
  const { level, action, owner, because, episodeIds, source, verified, standing } = firing
  const became = standingWords(standing)
  return [
    `${levelWords[level]}: ${action} (${owner})`,
    `    ${because} Episodes: ${episodeIds.join(", ")}`,
    `    Source: ${source}${verified ? "" : " [not confirmed]"}`,
    ...(became === undefined ? [] : [`    ${became}`])
  ].join("\n")
}
