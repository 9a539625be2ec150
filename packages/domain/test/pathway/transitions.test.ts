import { Result } from "effect"
import { describe, expect, it } from "vitest"
import {
  type ChildState,
  decide,
  type EpisodeId,
  endedStages,
  episodeById,
  openStages,
  type RowName,
  type Stage,
  stageOf,
  transitions,
  type Verdict
} from "../../src/pathway/index.ts"
import { at, episodeId, found, MUCH_LATER, missing, notify, play } from "./madeUpChild.ts"
import { nowhere, probes } from "./probes.ts"
import { heldAt, stageExamples } from "./stageExamples.ts"

/** A state at the stage. A merged episode is told of by its own id, so the latest need not be it. */
const exampleOf = (stage: Stage): ChildState =>
  stage === "unknown-episode" ? stageExamples.missing : stageExamples[stage]

const named = (stage: Stage): EpisodeId => (stage === "unknown-episode" ? nowhere : episodeId)

const cells = Object.entries(transitions).flatMap(([row, verdicts]) =>
  Object.entries(verdicts).map(([stage, verdict]) => [row as RowName, stage as Stage, verdict as Verdict] as const)
)

const outcomes = (row: RowName, stage: Stage): ReadonlyArray<string> =>
  [probes[row](exampleOf(stage), named(stage))].flat().map(({ state, command }) => {
    const decision = decide(state, command, { now: MUCH_LATER })
    return Result.isSuccess(decision) ? "allowed" : decision.failure._tag
  })

describe("the transition table", () => {
  it("has an example of every stage, and each is at its stage", () => {
    const stages = [...openStages, ...endedStages].filter((stage) => stage !== "unknown-episode")
    expect(Object.keys(stageExamples).sort()).toEqual([...stages].sort())
    for (const [stage, state] of Object.entries(stageExamples)) {
      if (stage === "nothing-recorded") continue
      const episode = episodeById(state, episodeId)
      expect(episode._tag === "Some" ? stageOf(state, episode.value) : "none").toBe(stage)
    }
  })

  it("has a cell for every command at every stage it can be given at", () => {
    expect(cells.length).toBe(
      Object.keys(probes).length * (openStages.length + endedStages.length) -
        9 /* child-wide */ -
        3 /* other episode */ -
        1 /* always on the record */
    )
  })

  it.each(cells)("%s at %s: %s", (row, stage, verdict) => {
    const met = outcomes(row, stage)
    if (verdict === "allowed") expect(met).toContain("allowed")
    else if (verdict === "by-its-facts") expect(met).not.toContain("allowed")
    else for (const outcome of met) expect(outcome).toBe(verdict)
  })

  it("lets nothing through at a stage before its own refusals are asked", () => {
    const alsoFound = play(notify(missing()), notify(found(at(8))))
    expect(Result.merge(decide(alsoFound, heldAt(20), { now: MUCH_LATER }))).toMatchObject({
      _tag: "ReturnNotRecorded"
    })
  })
})
