import { assigned, at, interviewer, manager, missing, returned, type Told, tell } from "@safe-return/casework/testing"
import type { Instant } from "@safe-return/domain/calendar"
import { ChildReference } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { expect, it } from "vitest"
import { mineTab } from "../../src/home/mineTab.ts"
import { homeFacts } from "./homeFacts.ts"

const plannedFor = (time: Instant): Told => {
  const given = assigned(7)
  if (given.command._tag !== "AssignInterview") throw new Error("no interview was assigned")
  return { ...given, command: { ...given.command, plannedFor: time } }
}

/** Two are planned for the day after the return, the later one first on record. */
const states = new Map(
  [at(26), at(24), at(60)].map((time, nth) => [
    ChildReference.make(`LCS-${200 + nth}`),
    tell([missing(), returned(6), plannedFor(time)]).state
  ])
)
const shownAt = (now: Instant, person = interviewer) =>
  wordsOf(mineTab(homeFacts({ states, now, person }))).split("My return home interviews")[0] ?? ""

it("an interviewer's Home begins with the interviews planned for today, the earliest first", () => {
  const today = shownAt(at(20))
  expect(today).toContain("Today")
  expect(today.indexOf("LCS-201")).toBeGreaterThan(-1)
  expect(today.indexOf("LCS-201")).toBeLessThan(today.indexOf("LCS-200"))
  expect(today).not.toContain("LCS-202")
})

it("a day without a planned interview has no heading of its own, nor has another person's", () => {
  expect(shownAt(at(32))).not.toContain("Today")
  expect(shownAt(at(20), manager)).not.toContain("Today")
})

it("a cover's Home shows the interviews and the considerations of the person they cover for", () => {
  const theirChildren = new Set([ChildReference.make("LCS-200")])
  const shown = (more: Partial<Parameters<typeof homeFacts>[0]>) =>
    wordsOf(mineTab(homeFacts({ states, now: at(20), person: manager, ...more })))
  expect(shown({})).not.toContain("LCS-201")
  const covering = shown({ coversFor: new Set([interviewer]), theirChildren })
  for (const child of ["LCS-200", "LCS-201", "LCS-202"]) expect(covering).toContain(child)
  expect(covering).toContain(`You cover for <@${interviewer}>`)
  expect(covering).toContain("What the allocated worker has to consider")
})
