import {
  assigned,
  at,
  type Case,
  child,
  completed,
  episodeId,
  found,
  manager,
  missing,
  notified,
  offered,
  onlyEpisode,
  returned,
  type Told,
  tell,
  worker
} from "@safe-return/casework/testing"
import { calendars, type Instant } from "@safe-return/domain/calendar"
import { type Episode, EpisodeId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import type { CaseButton } from "../../src/blocks/caseLink.ts"
import { decodeCaseLink } from "../../src/blocks/caseLink.ts"
import { setWorkerButton } from "../../src/forms/allocatedWorker/allocatedWorkerView.ts"
import { assignButton } from "../../src/forms/assign/assignView.ts"
import { moreButton } from "../../src/forms/cardButtons.ts"
import { foundButton } from "../../src/forms/found/foundView.ts"
import { logButton } from "../../src/forms/logInterview/logInterviewView.ts"
import { offerButton } from "../../src/forms/offer/offerView.ts"
import { recordButton } from "../../src/forms/record/recordView.ts"
import { reopenButton } from "../../src/forms/reopen/reopenView.ts"
import { returnedButton } from "../../src/forms/returned/returnedView.ts"
import { screenButton } from "../../src/forms/screen/screenView.ts"
import { whereaboutsButton } from "../../src/forms/whereabouts/whereaboutsView.ts"
import { rendered } from "./rendered.ts"

const cardOf = (told: Case, now: Instant) =>
  rendered({ _tag: "EpisodeCard", calendars, child, state: told.state, episode: onlyEpisode(told), now })

const headerOf = (told: Case, now = at(100)) => {
  const [first] = cardOf(told, now).blocks
  return first?.type === "header" ? first.text.text : undefined
}

const buttonsOf = (told: Case, now = at(100)) =>
  cardOf(told, now).blocks.flatMap((block) => (block.type === "actions" ? block.elements : []))

const pressable = (told: Case) => buttonsOf(told).map((button) => button.action_id)

const idsOf = (...buttons: ReadonlyArray<CaseButton>) => buttons.map(({ actionId }) => actionId)

const [FOUND, RETURNED, assignInterview, logInterview, setAllocatedWorker] = idsOf(
  foundButton,
  returnedButton,
  assignButton,
  logButton,
  setWorkerButton
)
const [offer, record, reopen, screen, whereabouts, more] = idsOf(
  offerButton,
  recordButton,
  reopenButton,
  screenButton,
  whereaboutsButton,
  moreButton
)

describe("episodeCard", () => {
  it.each([
    ["Missing", [missing()], [FOUND, RETURNED, screen, more]],
    ["Found, return not recorded", [missing(), found(5)], [RETURNED, whereabouts, assignInterview, more]],
    ["Returned – interview owed", [missing(), found(5), returned(6)], [assignInterview, logInterview, screen, more]],
    ["Interview assigned", [missing(), returned(6), assigned(7)], [offer, logInterview, screen, more]],
    ["Interview assigned", [missing(), returned(6), assigned(7), offered(8)], [logInterview, offer, screen, more]],
    [
      "Interview declined",
      [missing(), returned(6), assigned(7), offered(8, "declined")],
      [offer, logInterview, screen, more]
    ],
    [
      "Interview completed",
      [missing(), returned(6), assigned(7), offered(8), completed(9)],
      [record, screen, setAllocatedWorker, more]
    ],
    ["Cancelled", [missing(), notified(at(3), { kind: "cancelled", reason: "made in error" })], [reopen]]
  ])("says %s, with the buttons that then make sense", (status, steps, buttons) => {
    const told = tell(steps)
    expect(headerOf(told)).toBe(`LCS-10432 · ${status}`)
    expect(pressable(told)).toEqual(buttons)
  })

  it("shows where the child is missing from, and the answer, only where the policy says so", () => {
    const told = tell([missing(), returned(6), assigned(7), offered(8, "declined")])
    const [recorded] = told.state.episodes
    if (recorded === undefined) throw new Error("nothing is recorded")
    const episode: Episode = { ...recorded, lastSeen: "placement", returnedTo: "another-placement" }
    const shownFacts = { value: ["missing-from", "answers"] as const, source: "made up", verified: false }
    const showing = { ...episode, policy: { ...episode.policy, shownFacts } }
    const cards = [episode, showing].map((one) =>
      wordsOf(rendered({ _tag: "EpisodeCard", calendars, child, state: told.state, episode: one, now: at(100) }))
    )
    expect(
      cards.map((card) => [card.includes("Missing from"), card.includes("*Answer"), /placement/i.test(card)])
    ).toEqual([
      [false, false, false],
      [true, true, true]
    ])
  })

  it("puts nothing but ids on its buttons", () => {
    for (const button of buttonsOf(tell([missing()]))) {
      const value = "value" in button ? button.value : undefined
      expect(decodeCaseLink(value)).toMatchObject({ value: { child, episodeId } })
      expect(Object.keys(JSON.parse(String(value)))).toEqual(["child", "episodeId"])
    }
  })

  it("gives both deadlines, by the clock and not by how long is left", () => {
    const words = wordsOf(cardOf(tell([missing(), returned(6)]), at(10)))
    expect(words).toContain("72 hours: Fri 27 Nov, 00:00")
    expect(words).toContain("3 working days: end of Fri 27 Nov")
    expect(words).toBe(wordsOf(cardOf(tell([missing(), returned(6)]), at(11))))
  })

  it("leads with who acts and by when, then both deadlines, and the facts after them", () => {
    const leadOf = (told: Case, now: Instant) => {
      const texts = cardOf(told, now).blocks.map((block) => (block.type === "section" ? block.text?.text : undefined))
      return texts.filter((text) => text !== undefined)
    }
    const [lead, deadlines] = leadOf(tell([missing(), returned(6), assigned(7)]), at(10))
    expect(lead).toMatch(/^\*Next:\* <@\w+> offers and carries out .* \*by Fri 27 Nov, 00:00\*, then logs it/)
    expect(deadlines).toMatch(/^\*Interview due\*/)
    const [nobody] = leadOf(tell([missing(), returned(6)]), at(80))
    expect(nobody).toMatch(
      /^:rotating_light: \*Overdue\.\* \*Next:\* a Missing Co-ordinator .* assigns the return home interview: /
    )
    expect(nobody).not.toContain("by Fri 27 Nov")
    expect(leadOf(tell([missing(), found(5)]), at(10))[0]).not.toContain("by Fri")
  })

  it("says the year of what is long ago, and of an episode that has ended", () => {
    const open = tell([missing(), returned(6)])
    expect(wordsOf(cardOf(open, at(100)))).not.toContain("2026")
    expect(wordsOf(cardOf(open, at(24 * 200)))).toContain("Mon 23 Nov 2026, 18:00")
    const ended = tell([missing(), notified(at(3), { kind: "cancelled", reason: "made in error" })])
    expect(wordsOf(cardOf(ended, at(4)))).toContain("Mon 23 Nov 2026, 18:00")
  })

  it("says that a deadline counted from the find is provisional", () => {
    expect(wordsOf(cardOf(tell([missing(), found(6)]), at(10)))).toContain("Provisional: counted from when the child")
    expect(wordsOf(cardOf(tell([missing(), found(6), returned(7)]), at(10)))).not.toContain("Provisional")
  })

  it("says overdue only after the last moment of the 72 hours", () => {
    const told = tell([missing(), returned(6)])
    expect(wordsOf(cardOf(told, at(78)))).not.toContain("Overdue")
    expect(wordsOf(cardOf(told, (at(78) + 1) as Instant))).toContain("Overdue")
  })

  it("says when the council was told long after the report", () => {
    const late = notified(at(9), {
      kind: "missing",
      absence: "missing",
      missingFrom: "home",
      risk: "low",
      missingAt: at(0),
      reportedAt: at(1)
    })
    expect(wordsOf(cardOf(tell([late]), at(10)))).toContain("The council was told 8 h after the report")
    expect(wordsOf(cardOf(tell([missing()]), at(10)))).not.toContain("The council was told")
  })

  it("names the allocated worker, or asks MASH to screen", () => {
    const told = tell([missing()])
    const episode = onlyEpisode(told)
    const withWorker = rendered({
      _tag: "EpisodeCard",
      calendars,
      child,
      state: told.state,
      episode,
      allocatedWorker: worker,
      now: at(2)
    })
    expect(wordsOf(withWorker)).toContain("<@U0WORKER>")
    expect(wordsOf(cardOf(told, at(2)))).toContain("No allocated worker recorded: MASH to screen")
  })

  it("does not ask MASH to screen a child they have screened", () => {
    const allocated = (concern: boolean): Told => ({
      by: manager,
      now: at(2),
      command: { _tag: "RecordAllocation", episodeId, allocated: { concern } }
    })
    const screened: Told = {
      by: manager,
      now: at(2),
      command: { _tag: "RecordScreening", episodeId, outcome: "social-care" }
    }
    expect(wordsOf(cardOf(tell([missing(), allocated(true)]), at(3)))).toContain("MASH to screen")
    const done = wordsOf(cardOf(tell([missing(), allocated(true), screened]), at(3)))
    expect(done).toContain("Nobody is allocated. MASH screening: Social Care")
    expect(done).not.toContain("MASH to screen")
    expect(wordsOf(cardOf(tell([missing(), allocated(false)]), at(3)))).not.toContain("MASH to screen")
  })

  it("says whether a completed interview kept each clock", () => {
    const within = tell([missing(), returned(6), assigned(7), offered(8), completed(78)])
    expect(wordsOf(cardOf(within, at(80)))).toContain("Within 72 hours; within 3 working days.")
    const late = tell([missing(), returned(6), assigned(7), offered(8), completed(90)])
    expect(wordsOf(cardOf(late, at(91)))).toContain("Not within 72 hours (12 h over); within 3 working days.")
    const veryLate = tell([missing(), returned(6), assigned(7), offered(8), completed(120)])
    expect(wordsOf(cardOf(veryLate, at(121)))).toContain("not within 3 working days.")
  })
})

it("the card says that another report of the child is open, until the two are joined", () => {
  const second = EpisodeId.make("episode-2")
  const two = [missing(), missing(1, { id: second, reference: "SYP-2026-0000002" })]
  const merge: Told = { by: manager, now: at(3), command: { _tag: "MergeDuplicate", duplicateId: second, episodeId } }
  const wordsOn = (told: ReadonlyArray<Told>) => {
    const { state } = tell(told)
    return state.episodes.map((episode) =>
      wordsOf(rendered({ _tag: "EpisodeCard", calendars, child, state, episode, now: at(5) }))
    )
  }
  for (const words of wordsOn(two)) expect(words).toContain("Another report of this child is open, last seen")
  for (const words of wordsOn([...two, merge])) expect(words).not.toContain("Another report")
})
