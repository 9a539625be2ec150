import {
  assigned,
  at,
  type Case,
  child,
  interviewer,
  missing,
  onlyEpisode,
  returned,
  tell
} from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { type Reminder, remindersOf } from "@safe-return/domain/deadlines"
import { reminderOf, wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { rendered } from "./rendered.ts"

const told = tell([missing(), returned(6), assigned(7)])

const dueOf = ({ state }: Case, stage: Reminder["stage"]["_tag"], hours?: number): Reminder => {
  const due = remindersOf(state, at(0), calendars).find(
    (one) => one.stage._tag === stage && (one.stage._tag !== "Before" || one.stage.hours === hours)
  )
  if (due === undefined) throw new Error("no such reminder")
  return due
}

const said = (due: Reminder, more: { interviewer?: typeof interviewer } = {}) =>
  rendered(reminderOf({ calendars, child, episode: onlyEpisode(told), reminder: due, now: due.at, ...more }))

describe("reminder", () => {
  it("says by when, and who acts, and not how long is left, which would soon be wrong", () => {
    const words = wordsOf(said(dueOf(told, "Before", 24), { interviewer }))
    expect(words).toContain("Interview due Fri 27 Nov, 00:00")
    expect(words).toContain("72 hours: Fri 27 Nov, 00:00")
    expect(words).not.toMatch(/in \d+ h|overdue/)
    expect(words).toContain("<@U0INTERVIEWER>: offer and carry out the interview")
  })

  it("says how to assign when nobody is assigned", () => {
    const { text } = said(dueOf(told, "Before", 4))
    expect(text).toContain("*Nobody is assigned.*")
    expect(text).toContain("`/rhi assign LCS-10432 @person`")
  })

  it("is louder at the breach than before it", () => {
    const breach = said(dueOf(told, "Breach"), { interviewer })
    expect(breach.text).toContain(":rotating_light:")
    expect(wordsOf(breach)).toContain("*The 72 hours are over and no interview is logged.*")
    expect(wordsOf(said(dueOf(told, "Before", 4), { interviewer }))).not.toMatch(/overdue|rotating_light/)
  })

  it("tells the truth when it is sent late", () => {
    const due = dueOf(told, "Before", 4)
    const late = rendered(
      reminderOf({ calendars, child, episode: onlyEpisode(told), reminder: due, interviewer, now: at(76) })
    )
    expect(late.text).toContain("due Fri 27 Nov, 00:00")
  })
})
