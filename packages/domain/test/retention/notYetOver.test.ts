import { describe, expect, it } from "vitest"
import { openStages, type Stage } from "../../src/pathway/index.ts"
import { notYetOver } from "../../src/retention/index.ts"
import { episodeId } from "../pathway/madeUpChild.ts"
import { stageExamples } from "../pathway/stageExamples.ts"

const isOpenStage = (stage: string): boolean => (openStages as ReadonlyArray<Stage | string>).includes(stage)

describe("what speaks against erasing now", () => {
  it.each(Object.entries(stageExamples))(
    "a child whose episode is at the stage %s is counted as what it is",
    (stage, state) => {
      expect(notYetOver(state).some(({ id }) => id === episodeId)).toBe(isOpenStage(stage))
    }
  )
})
