import { expect, it } from "vitest"
import { isGivenByPolice, referenceNotYetGiven, reportsOf } from "../../src/pathway/index.ts"
import { at, cancelled, episodeId, found, missing, notify, play, playFrom, police } from "./madeUpChild.ts"
import { secondEpisode } from "./stageExamples.ts"

const reported = (number: number, id = episodeId, hours = 0) =>
  notify(missing({ policeReference: police(number), missingAt: at(hours) }), id)
const references = (state: ReturnType<typeof play>) =>
  reportsOf(state, episodeId).map(({ policeReference }) => policeReference)

it("an episode's reports are those of its disappearance that nobody cancelled", () => {
  const state = play(reported(1), reported(2), reported(3, secondEpisode, 30), notify(found(at(8))))
  expect(references(state)).toEqual([police(1), police(2)])
  expect(references(playFrom(state, notify(cancelled())))).toEqual([police(2)])
  expect(references(playFrom(state, notify(cancelled({ policeReference: police(2) }))))).toEqual([police(1)])
})

it("a reference that only stands in for the police's is told from theirs", () => {
  expect(isGivenByPolice(police(1))).toBe(true)
  expect(isGivenByPolice(referenceNotYetGiven("made-up-report"))).toBe(false)
  expect(referenceNotYetGiven("one")).not.toBe(referenceNotYetGiven("another"))
})
