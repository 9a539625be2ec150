import { Result } from "effect"
import { describe, expect, it } from "vitest"
import {
  answersAs,
  type ChildState,
  type Consideration,
  decide,
  type Episode,
  leftApart,
  preview,
  remainingTasks
} from "../../src/pathway/index.ts"
import { about, allocatedWorker, at, completedAt, log, MUCH_LATER, playFrom } from "./madeUpChild.ts"
import { assigned, coordinator } from "./stageExamples.ts"

const told = log({ offeredAt: at(11), completed: completedAt(at(20)) })
const allocatedTo = (worker: typeof coordinator) =>
  about("RecordAllocation", { allocated: { to: "social-worker", worker } })
const kept = playFrom(assigned, allocatedTo(allocatedWorker), { ...told, keptFrom: [allocatedWorker] })

const said = (consideration: Consideration, answeredBy?: "worker" | "apart") =>
  about("AnswerConsideration", {
    consideration,
    answer: "no",
    reason: "Made up",
    ...(answeredBy === undefined ? {} : { answeredBy })
  })

const everyQuestion: ReadonlyArray<Consideration> = [
  "significant-harm",
  "update-assessment",
  "update-care-plan",
  "update-find-me-plan",
  "involve-interview-staff",
  "exploitation"
]
const answered = (state: ChildState, answeredBy: "worker" | "apart") =>
  playFrom(state, ...everyQuestion.map((question) => said(question, answeredBy)))
const episodeOf = ({ episodes: [episode] }: ChildState): Episode => {
  if (episode === undefined) throw new Error("nothing is on record")
  return episode
}
const waitsForWorker = (state: ChildState) => remainingTasks(state, episodeOf(state)).includes("considerations")

describe("the questions of a worker who was left out of the interview", () => {
  it("stay theirs to answer, and no answer of theirs counts for the others", () => {
    const decision = decide(kept, said("exploitation"), { now: MUCH_LATER, by: allocatedWorker })
    expect(Result.isSuccess(decision)).toBe(true)
    const state = answered(kept, "worker")
    expect(waitsForWorker(state)).toBe(false)
    expect(leftApart(state, episodeOf(state))).toEqual(everyQuestion)
  })

  it("hold nothing that others answered apart, nor does it end what waits for the worker", () => {
    const state = answered(kept, "apart")
    expect(episodeOf(state).considerations).toBeUndefined()
    expect(leftApart(state, episodeOf(state))).toEqual([])
    expect(waitsForWorker(state)).toBe(true)
  })

  it("wait for nobody once another worker is allocated and has answered apart", () => {
    const replaced = playFrom(kept, allocatedTo(coordinator))
    expect(waitsForWorker(replaced)).toBe(true)
    expect(waitsForWorker(answered(replaced, "apart"))).toBe(false)
  })

  it("come to a manager after their own, as in any case", () => {
    const asked = (state: ChildState, mayApart: boolean) => answersAs(state, episodeOf(state), mayApart)
    expect(asked(kept, true)).toBe("apart")
    expect(asked(kept, false)).toBe("worker")
    expect(asked(answered(kept, "apart"), true)).toBe("worker")
    expect(asked(answered(answered(kept, "apart"), "worker"), true)).toBe("apart")
    expect(asked(playFrom(assigned, told), true)).toBe("worker")
  })

  it("show nothing of what an earlier version recorded without saying whose answer it was", () => {
    const { id: episodeId } = episodeOf(kept)
    const answer = { consideration: "exploitation", answer: "no", reason: "Made up" } as const
    const state = preview(kept, [{ _tag: "ConsiderationAnswered", episodeId, ...answer }])
    expect(episodeOf(state).considerations).toBeUndefined()
    expect(episodeOf(state).consideredApart).toHaveProperty("exploitation")
  })
})
