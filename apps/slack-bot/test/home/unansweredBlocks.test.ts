import { Instant, utc } from "@safe-return/domain/calendar"
import type { OpenIncident } from "@safe-return/outreach"
import { expect, it } from "vitest"
import { homeView } from "../../src/home/homeView.ts"
import { homeFacts } from "./homeFacts.ts"

const refused: OpenIncident = {
  id: 1,
  kind: "report-refused",
  place: "police 2026-12-07T12:30:00.000Z",
  what: "1 report could not be taken.",
  remedy: "Ask the sender.",
  duty: { sentence: "A report could not be taken: ring the police.", untilAnswered: true },
  since: Instant(utc(2026, 12, 7, 12, 30)),
  times: 1
}

it("a report that could not be taken stands first on the Home, with a button to answer it", () => {
  const words = JSON.stringify(homeView(homeFacts({ toAnswer: [refused] })).blocks)
  expect(words).toContain("Ring the police")
  expect(words).toContain("nobody has answered")
  expect(words).toContain('"action_id":"answer-incident"')
  expect(JSON.stringify(homeView(homeFacts()).blocks)).not.toContain("Ring the police")
})
