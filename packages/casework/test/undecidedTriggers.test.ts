import { calendars } from "@safe-return/domain/calendar"
import { describe, expect, it } from "vitest"
import { hasDecisionLeft, undecidedConfidentialTriggers, undecidedTriggers } from "../src/undecidedTriggers.ts"
import { assigned, at, completed, episodeId, missing, offered, returned, tell } from "../testing/madeUpCase.ts"

/** The child told of harm in the interview, which chat must not say. */
const harmTold = tell([missing(), returned(6), assigned(7), offered(8, "accepted"), completed(30)])
const now = at(31)
const isHarm = ({ firing }: { readonly firing: { readonly rule: string } }) => firing.rule === "harm-disclosed"

describe("triggers that nobody has decided on", () => {
  it("are split into those that chat may show and those it must not", () => {
    const { state } = harmTold
    expect(undecidedConfidentialTriggers(state, now, calendars, {}).filter(isHarm)).toHaveLength(1)
    expect(undecidedTriggers(state, now, calendars).filter(isHarm)).toEqual([])
    expect(undecidedTriggers(state, now, calendars).every(({ firing }) => firing.mayGoToChat)).toBe(true)
  })
  it.each([
    ["no episode open over an offer made in time", 16, false],
    ["an episode open over one that was made late", 30, true]
  ])("keep %s, however late it is told", (_, hour, isLeft) => {
    const overdue = [missing(), returned(6), assigned(7)]
    const { state } = tell([...overdue, { ...offered(hour), now: at(60) }])
    const context = { now: at(61), calendars }
    expect(hasDecisionLeft(tell(overdue).state, episodeId, { ...context, now: at(59) })).toBe(true)
    expect(hasDecisionLeft(state, episodeId, context)).toBe(isLeft)
  })
})
