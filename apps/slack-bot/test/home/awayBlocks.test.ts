import { interviewer, manager, worker } from "@safe-return/casework/testing"
import { addDays, civilDay, startOfLondonDay } from "@safe-return/domain/calendar"
import type { Availability } from "@safe-return/domain/escalation"
import type { PersonId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { absencesFrom } from "../../src/home/awayBlocks.ts"
import { onTab } from "../../src/home/HomePlace.ts"
import { homeView } from "../../src/home/homeView.ts"
import { homeFacts } from "./homeFacts.ts"

const monday = civilDay(2026, 11, 23)
const known = new Map<PersonId, Availability>([
  [
    worker,
    {
      away: [
        { from: addDays(monday, -20), to: addDays(monday, -10), for: "leave" },
        { from: monday, to: addDays(monday, 4), for: "sickness", cover: interviewer }
      ]
    }
  ],
  [interviewer, { away: [{ from: addDays(monday, 3), for: "leave" }] }]
])

const homeOf = (person: PersonId, tab: "mine" | "queue" | "team") =>
  wordsOf(
    homeView(
      homeFacts({
        person,
        place: onTab(tab),
        now: startOfLondonDay(monday),
        absences: absencesFrom(monday, known)
      })
    )
  )

describe("a Home", () => {
  it("shows to a person who is away, and to their cover, what is recorded, and never why", () => {
    for (const person of [worker, interviewer]) {
      const words = homeOf(person, "mine")
      expect(words).toContain(`<@${worker}> is away until Fri 27 Nov`)
      expect(words).toContain(`<@${interviewer}> covers Mon 23 Nov to Wed 25 Nov; nobody covers Thu 26 Nov`)
      expect(words).not.toContain("off sick")
    }
    expect(homeOf(manager, "mine")).not.toContain("is away")
  })

  it("shows to those who see to it everybody's time away that is not over, and who covers", () => {
    for (const tab of ["queue", "team"] as const) {
      const words = homeOf(manager, tab)
      expect(words).toContain("Away, and who covers")
      expect(words).toContain(`<@${interviewer}> is away from Thu 26 Nov`)
      expect(words.match(/is away/g)).toHaveLength(2)
    }
  })
})
