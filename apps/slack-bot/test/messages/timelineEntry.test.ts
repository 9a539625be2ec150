import {
  assigned,
  at,
  child,
  completed,
  episodeId,
  found,
  laterSteps,
  manager,
  missing,
  notified,
  offered,
  returned,
  type Told,
  tell
} from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { type Command, EpisodeId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { timelineLines } from "./rendered.ts"

const timelineOf = (...steps: ReadonlyArray<Told>) => {
  const { state, recorded } = tell(steps)
  return recorded.flatMap((entry) => timelineLines({ calendars, child, recorded: entry, state }))
}

const lastOf = (...steps: ReadonlyArray<Told>) => wordsOf(timelineOf(...steps).at(-1))

describe("timelineEntry", () => {
  it("has one line for each thing that happened, in order", () => {
    const lines = timelineOf(missing(), found(5), returned(6), assigned(7), offered(8), completed(9))
    expect(lines.map(({ text }) => /\*(.+?)\.?\*/.exec(text)?.[1])).toEqual([
      "Reported missing",
      "Found",
      "Returned",
      "Interview assigned",
      "Interview offered",
      "Answered the offer",
      "Interview"
    ])
  })

  it("shows where the child was missing from and what was answered only where the policy says so", () => {
    const showing = {
      ...rotherham,
      shownFacts: { value: ["missing-from", "answers"] as const, source: "made up", verified: false }
    }
    const told = missing()
    const opened = { ...told, command: { ...told.command, policy: showing } as Told["command"] }
    const steps = [
      notified(at(1), { kind: "updated", missingFrom: "home" }),
      found(5),
      returned(6),
      assigned(7),
      offered(8, "declined"),
      { by: manager, now: at(10), command: { _tag: "OfferToCarer", episodeId, offeredAt: at(9), response: "accepted" } }
    ] as const
    const [quiet, shown] = [timelineOf(told, ...steps), timelineOf(opened, ...steps)].map(wordsOf)
    expect(quiet).not.toMatch(/missing from:|Declined|Accepted/)
    expect(quiet).toContain("*Offered to the parent or carer* Tue 24 Nov, 03:00. The answer is kept")
    expect(shown).toContain("missing from: Home")
    expect(shown).toContain("*Answer to the offer:* Declined.")
    expect(shown).toContain("03:00: Accepted.")
  })

  it("does not call an offer answered that nobody has answered yet", () => {
    expect(lastOf(missing(), found(5), returned(6), assigned(7), offered(8, "no-answer"))).toContain(
      "*No answer to the offer yet.*"
    )
  })

  it("says who recorded it, and the police by that word", () => {
    expect(lastOf(missing())).toContain("Recorded Mon 23 Nov, 19:00 by police")
    expect(lastOf(missing(), found(5))).toContain("by <@U0WORKER>")
  })

  it("gives the deadlines as the episode's policy starts them", () => {
    const fromFound = {
      ...rotherham,
      interview: { ...rotherham.interview, anchor: { ...rotherham.interview.anchor, value: "found" as const } }
    }
    const told = missing()
    const opened = { ...told, command: { ...told.command, policy: fromFound } as Told["command"] }
    expect(lastOf(opened, found(5), returned(6))).toContain("72 hours: Thu 26 Nov, 23:00")
    expect(lastOf(missing(), found(5), returned(6))).toContain("72 hours: Fri 27 Nov, 00:00")
  })

  it("gives both deadlines with the return", () => {
    const words = lastOf(missing(), returned(6))
    expect(words).toContain("72 hours: Fri 27 Nov, 00:00")
    expect(words).toContain("3 working days: end of Fri 27 Nov")
  })

  it("says that a find was told before the missing notification and is joined", () => {
    const early = notified(at(0.5), { kind: "found", foundAt: at(0.4) })
    expect(lastOf(early, missing())).toContain("it was kept and is joined now")
    expect(lastOf(missing(), notified(at(5), { kind: "found", foundAt: at(5) }))).not.toContain("joined")
  })

  it("does not call a find joined that was recorded later, after the early one did not fit", () => {
    const tooEarly = notified(at(0.5), { kind: "found", foundAt: at(-1) })
    expect(wordsOf(timelineOf(tooEarly, missing()))).toContain("Kept, not applied")
    expect(lastOf(tooEarly, missing(), found(5))).not.toContain("joined")
  })

  it("shows another time the police gave, without applying it", () => {
    const words = lastOf(missing(), found(5), notified(at(6), { kind: "found", foundAt: at(4) }))
    expect(words).toContain("Kept, not applied")
    expect(words).toContain("at Mon 23 Nov, 22:00")
  })

  it("does not tell a new risk grade, nor why a report was cancelled", () => {
    expect(lastOf(missing(), notified(at(2), { kind: "updated", risk: "medium" }))).toContain(
      "Look them up in the case system"
    )
    expect(lastOf(missing(), notified(at(2), { kind: "cancelled", reason: "Aunt rang in" }))).not.toContain("Aunt")
  })

  it("has a line for each step around the interview, and none to count a worker's answers by", () => {
    const back = [missing(), found(5), returned(6), assigned(7), offered(8, "declined")]
    const words = timelineOf(...back, ...laterSteps(9)).map(({ text }) => text)
    expect(words.slice(6).map((text) => /\*(.+?)[.:]?\*/.exec(text)?.[1])).toEqual([
      "Police prevention interview",
      "Offered to the parent or carer",
      "Attempt to reach the child",
      "No interview",
      "Interview written up",
      "Interview record coded",
      "Recorded in the case system",
      "Nobody is allocated",
      "MASH screening",
      "Allocated worker",
      "Missing together with",
      "Not missing together with",
      "The child is unborn: the mother is missing",
      "Recorded by mistake: the child had been born",
      "Handed over",
      "Corrected",
      "Corrected",
      "Interview corrected"
    ])
  })

  it("says when two records were no duplicates, and when a return is taken back with it", () => {
    const other = EpisodeId.make("episode-2")
    const by = (hours: number, command: Command): Told => ({ by: manager, now: at(hours), command })
    const two = [missing(), missing(1, { id: other, reference: "SYP-2026-0000002" })]
    const apart = [
      by(8, { _tag: "MergeDuplicate", duplicateId: other, episodeId }),
      by(9, { _tag: "SeparateDuplicate", episodeId: other, reason: "wrong-record" })
    ]
    expect(lastOf(...two, ...apart)).toContain("The other record is a disappearance of its own")
    expect(lastOf(...two, ...apart)).not.toContain("taken back")
    expect(lastOf(...two, returned(6, other), ...apart)).toContain("is taken back here")
  })

  it("tells no reason, no result of an attempt, no answer and nothing of the record", () => {
    const back = [missing(), found(5), returned(6), assigned(7), offered(8, "declined")]
    const words = wordsOf(timelineOf(...back, ...laterSteps(9)))
    for (const secret of ["SECRET-REASON", "custody", "hospital", "refused access", "gang", "significant", "harm"]) {
      expect(words.toLowerCase()).not.toContain(secret.toLowerCase())
    }
  })
})
