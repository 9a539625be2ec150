import { Result } from "effect"
import { expect, it } from "vitest"
import { calendars } from "../../src/calendar/index.ts"
import { evolveAt } from "../../src/pathway/evolve.ts"
import { type ChildState, type Command, decide, emptyChildState } from "../../src/pathway/index.ts"
import { standingWords, triggersFired, undecidedAmong } from "../../src/risk/index.ts"
import { about, at, episodeId, missing, notify, recordFound, recordReturned } from "../pathway/madeUpChild.ts"
import { number, policyOf } from "./madeUpRecord.ts"

type Said = readonly [hour: number, command: Command]

const tell = (level: "must" | "consider", ...later: ReadonlyArray<Said>): ChildState => {
  const policy = policyOf({ rule: "still-missing", hours: number(12), level })
  const first: Said = [2, notify(missing(), episodeId, policy)]
  return [first, ...later].reduce((before, [hour, command]) => {
    const events = Result.getOrThrow(decide(before, command, { now: at(hour) }))
    return evolveAt(before, events, at(hour))
  }, emptyChildState)
}

const standingOf = (state: ChildState) => {
  const fired = triggersFired(state, { calendars, now: at(50) })
  return { standings: fired.map(({ standing }) => standing), asked: undecidedAmong(state, fired).length }
}

const decided: Said = [
  20,
  about("DecideOnTrigger", {
    episodeId,
    trigger: `still-missing:${episodeId}`,
    answer: "yes",
    reason: "Arranged",
    level: "consider",
    isManagerApart: true
  })
]

it("a search is asked about while the child is looked for, and no more once they are found", () => {
  expect(standingOf(tell("consider")).asked).toBe(1)
  for (const end of [recordFound(at(30)), recordReturned(at(30))]) {
    expect(standingOf(tell("consider", [31, end]))).toEqual({ standings: [{ _tag: "Passed" }], asked: 0 })
  }
  expect(standingWords({ _tag: "Passed" })).toContain("the child was found before")
})

it("a search that goes on after all is asked about again", () => {
  const again: Said = [32, about("CorrectEpisode", { episodeId, reason: "told-wrongly", withdrawn: "found" })]
  expect(standingOf(tell("consider", [31, recordFound(at(30))], again)).asked).toBe(1)
})

it("what must be done stays to be answered for, and what was decided stays decided", () => {
  expect(standingOf(tell("must", [31, recordFound(at(30))])).asked).toBe(1)
  expect(standingOf(tell("consider", decided, [31, recordFound(at(30))])).standings).toMatchObject([
    { _tag: "Decided" }
  ])
})
