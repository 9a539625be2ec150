/** A child who was found or back and is missing again by a later report: what is said of the earlier record. */

import { decisionsOwed } from "@safe-return/casework"
import {
  assigned,
  at,
  child,
  episodeId,
  found,
  interviewer,
  manager,
  missing,
  notified,
  returned,
  type Told,
  tell,
  worker
} from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { EpisodeId, PersonId } from "@safe-return/domain/pathway"
import { describe, expect, it } from "vitest"
import { owedMessages } from "../../src/owed/owed.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot, sentUnder } from "../../testing/caseSnapshot.ts"

const coordinator = PersonId.make("U0COORDINATOR")
const mash = PersonId.make("U0MASH")
const there: Roster = {
  ...emptyRoster,
  holders: { ...emptyRoster.holders, "missing-coordinator": [coordinator] },
  beside: { mash: [mash], worker: [worker], interviewer: [interviewer] }
}

const second = EpisodeId.make("episode-2")
const again = missing(8, { id: second, reference: "SYP-2026-0000002" })
const by = (hours: number, command: Told["command"]): Told => ({ by: manager, now: at(hours), command })
const inHospital = by(6, { _tag: "RecordWhereabouts", episodeId, whereabouts: "hospital", since: at(5) })
const saidAgain = by(9.5, { _tag: "RecordWhereabouts", episodeId, whereabouts: "missing-again", since: at(8) })

const { render } = makePlainTextRenderer((person) => `<${person}>`)

const toldAt = (steps: ReadonlyArray<Told>, hours: number, delivered: ReadonlyArray<string> = []) =>
  owedMessages(
    caseSnapshot(steps, { there, allocatedWorker: worker, now: at(hours), delivered: sentUnder(delivered as never) })
  )

const wordsOf = (owed: ReturnType<typeof owedMessages>, start: string, person?: PersonId) =>
  owed
    .filter(
      ({ key, place }) =>
        key.startsWith(start) && (person === undefined || (place._tag === "Person" && place.person === person))
    )
    .map(({ message }) => [render(message()).subject, ...render(message()).lines].join("\n"))

const card = (steps: ReadonlyArray<Told>, hours: number, id = episodeId) => {
  const { state } = tell(steps)
  const episode = state.episodes.find((one) => one.id === id)
  if (episode === undefined) throw new Error("no such episode")
  const { subject, lines } = render({ _tag: "EpisodeCard", child, state, episode, calendars, now: at(hours) })
  return [subject, ...lines].join("\n")
}

describe("that a child is found", () => {
  it("is told with where the child is, and with what is asked of its reader", () => {
    for (const person of [coordinator, worker]) {
      const [plain] = wordsOf(toldAt([missing(), found(5)], 5.5), "all-clear:", person)
      expect(plain).toContain("Record Returned once they are back.")
      const [words] = wordsOf(toldAt([missing(), found(5), inHospital], 6), "all-clear:", person)
      expect(words).toContain("The child is in hospital since Mon 23 Nov, 23:00")
      expect(words).toContain("no clock runs until they are back")
      expect(words).not.toContain("Interview due")
    }
  })
})

describe("a child who is missing again before they came back", () => {
  const steps = [missing(), found(5), inHospital, again]
  const clears = [`all-clear:3:${episodeId}:${coordinator}`, `all-clear:3:${episodeId}:${worker}`]

  it("asks a person whether they had been back, until that is recorded", () => {
    const { state } = tell(steps)
    const [first] = state.episodes
    if (first === undefined) throw new Error("no episode")
    expect(decisionsOwed(state, first)).toEqual(["missing-again"])
    expect(card(steps, 9.5)).toContain(
      "To decide: the child is missing again since Tue 24 Nov, 02:00 by a later report"
    )
    const after = tell([...steps, saidAgain]).state
    expect(after.episodes.flatMap((episode) => decisionsOwed(after, episode))).toEqual([])
  })

  it("has no card or message of the find that asks for an interview there or a return", () => {
    for (const all of [steps, [...steps, saidAgain]]) {
      expect(card(all, 10)).toContain("The child is missing again since Tue 24 Nov, 02:00, and that comes first.")
      expect(card(all, 10)).not.toContain("held there")
      const told = wordsOf(toldAt(all, 10, clears), "all-clear:3")
      expect(told).toHaveLength(2)
      for (const words of told) {
        expect(words).toContain("Since then: missing again since Tue 24 Nov, 02:00")
        expect(words).not.toContain("assign it")
        expect(words).not.toContain("Record Returned")
      }
    }
  })

  it("is said to be back since on the earlier record, once they are", () => {
    const all = [...steps, saidAgain, returned(11, second)]
    const words = card(all, 12)
    expect(words).toContain("and back since Tue 24 Nov, 05:00")
    expect(words).toContain("Missing again before they came back")
    expect(words).not.toContain("starts when the child is back")
    for (const one of wordsOf(toldAt(all, 12, clears), "all-clear:3")) {
      expect(one).toContain("back since Tue 24 Nov, 05:00")
    }
  })
})

describe("an interviewer whose child is missing again", () => {
  const steps = [missing(), returned(6), assigned(7), again]

  it("is told so in a message of its own, and asked for nothing until they are back", () => {
    const owed = toldAt(steps, 9.5)
    const [rung] = wordsOf(owed, "interview-off:")
    expect(rung).toContain("missing again since Tue 24 Nov, 02:00")
    expect(rung).toContain("waits until they are back")
    const [assignment] = wordsOf(owed, "interviewer-alert:")
    expect(assignment).toContain("waits until they are back")
    expect(assignment).not.toContain("offer the interview")
    expect(card(steps, 10)).toContain("which waits until they are back")
    // Nobody is reminded of an offer to a child who is looked for.
    expect(wordsOf(toldAt(steps, 40), "reminder:episode-1:not-offered")).toEqual([])
  })

  it("is told that it waits while they are found and not back, and is late with no offer", () => {
    const all = [...steps, by(10, { _tag: "RecordFound", episodeId: second, foundAt: at(10) })]
    const owed = toldAt(all, 10.5, [`interview-off:4:${episodeId}:${interviewer}`])
    const [assignment] = wordsOf(owed, "interviewer-alert:")
    expect(assignment).toContain("missing again since Tue 24 Nov, 02:00, and found Tue 24 Nov, 04:00")
    expect(assignment).toContain("waits until they are back")
    expect(wordsOf(owed, "interview-off:").join()).not.toContain("can go on")
    const late = (told: ReadonlyArray<Told>, hours: number) =>
      wordsOf(toldAt(told, hours), "reminder:episode-1:not-offered").length > 0
    expect(late(all, 40)).toBe(false)
    // Back on Tuesday at noon: four working hours later it is late, and not before.
    const back = [...all, returned(18, second)]
    expect([late(back, 21.9), late(back, 22.1)]).toEqual([false, true])
  })

  it("reads that it goes on once the child is back", () => {
    const [key = ""] = toldAt(steps, 9.5).flatMap((one) => (one.key.startsWith("interview-off:") ? [one.key] : []))
    const [words] = wordsOf(toldAt([...steps, returned(11, second)], 12, [key]), "interview-off:")
    expect(words).toContain("can go on")
    expect(wordsOf(toldAt([...steps, returned(11, second)], 12), "interview-off:")).toEqual([])
  })
})

describe("a find under another police reference", () => {
  const reference = "SYP-2026-0000009"
  const foundFirst = notified(at(4), { kind: "found", foundAt: at(3.8) }, { reference })
  const report = notified(
    at(5),
    { kind: "missing", absence: "missing", missingFrom: "care", risk: "high", missingAt: at(-0.5), reportedAt: at(0) },
    { reference, id: second }
  )

  it("is named on the card and the alerts of the child who is looked for, and to the MASH", () => {
    const steps = [missing(), foundFirst]
    expect(card(steps, 4.5)).toContain("The police say that the child was found Mon 23 Nov, 21:48")
    const owed = toldAt(steps, 4.5)
    for (const person of [worker, coordinator]) {
      expect(wordsOf(owed, "", person).join()).toContain("If it is this disappearance, record it here.")
    }
    expect(wordsOf(owed, "early:", mash).join()).toContain("is missing here, last seen Mon 23 Nov, 18:00")
  })

  it("has each of the two records say of the other, and asks whether they are one", () => {
    const steps = [missing(), foundFirst, report]
    const asked = "If it is the same disappearance"
    expect(card(steps, 6)).toContain("Another report of this child is open, last seen Mon 23 Nov, 17:30, found")
    expect(card(steps, 6, second)).toContain("Another report of this child is open, last seen Mon 23 Nov, 18:00")
    expect(card(steps, 6, second)).toContain(asked)
    for (const words of wordsOf(toldAt(steps, 6), "ladder:", coordinator)) expect(words).toContain(asked)
    for (const words of wordsOf(toldAt(steps, 6), "all-clear:", coordinator)) expect(words).toContain(asked)
  })
})
