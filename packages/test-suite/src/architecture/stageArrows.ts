import { cases } from "@safe-return/casework/testing"
import { type EpisodeId, emptyChildState, evolve, type Stage, stageOf } from "@safe-return/domain/pathway"
import fc from "fast-check"

/** How far the child has come, whatever the interview has: what a picture of the stages can show. */
const placeOf = (stage: Stage): string => {
  if (stage === "completed" || stage.startsWith("returned")) return "returned"
  if (stage.startsWith("found")) return "found"
  if (stage.startsWith("cancelled")) return "cancelled"
  return stage.startsWith("closed") ? "closed" : stage
}

const HISTORIES = 2_000

/** Every step of an episode from one place to the next that random histories come to, as `missing --> found`. */
export const stageArrows = (): ReadonlyArray<string> => {
  const arrows = new Set<string>()
  for (const { recorded } of fc.sample(cases, { seed: 14, numRuns: HISTORIES })) {
    let state = emptyChildState
    const before = new Map<EpisodeId, string>()
    for (const entry of recorded) {
      state = evolve(state, entry)
      for (const episode of state.episodes) {
        const place = placeOf(stageOf(state, episode))
        const from = before.get(episode.id) ?? "[*]"
        if (from !== place) arrows.add(`${from} --> ${place}`)
        before.set(episode.id, place)
      }
    }
  }
  return [...arrows].toSorted()
}

export const stagesDiagram = (): string => ["stateDiagram-v2", ...stageArrows().map((arrow) => `  ${arrow}`)].join("\n")
