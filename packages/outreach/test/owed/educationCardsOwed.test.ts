import type { PupilFile } from "@safe-return/casework"
import { pupil, referral } from "@safe-return/casework/testing"
import { addHours, civilDay, utc } from "@safe-return/domain/calendar"
import { CmeCaseId, type CmeEvent, emptyPupilState, evolveCase } from "@safe-return/domain/education"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { expect, it } from "vitest"
import { educationCards } from "../../src/owed/educationCardsOwed.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"

const now = utc(2026, 11, 3, 9)
const plain = makePlainTextRenderer((person) => person)
const { _tag: _, ...facts } = referral()
const caseId = CmeCaseId.make("case-1")
const events: ReadonlyArray<CmeEvent> = [
  { ...facts, _tag: "CaseReferred" },
  { _tag: "StartRecorded", caseId, since: civilDay(2026, 10, 1) },
  { _tag: "CaseClosed", caseId, outcome: "abroad", closedOn: civilDay(2026, 11, 20) }
]

const after = (count: number): PupilFile => ({
  child: pupil,
  version: count,
  state: events.slice(0, count).reduce(evolveCase, emptyPupilState)
})

const key = "education-card:case-1"
const sent: ReadonlyMap<DeliveryKey, Delivery> = new Map([
  [key, { _tag: "Sent", key, channel: "C0EDUCATION", ts: "1.0", fingerprint: "", sentAt: now }]
])

const cards = (count: number, at = now, delivered: ReadonlyMap<DeliveryKey, Delivery> = new Map()) =>
  educationCards({ files: [after(count)], delivered, now: at }).map((owed) => ({
    key: owed.key,
    place: owed.place._tag,
    keptCurrent: owed.keptCurrent,
    words: plain.render(owed.message()).lines.join(" ")
  }))

it("an open case has one card in the team's own channel, kept current as it goes on", () => {
  const [first] = cards(1)
  expect(first).toMatchObject({ key, place: "EducationChannel", keptCurrent: true })
  expect(first?.words).toContain("Nothing is due.")
  const [later] = cards(1, addHours(now, 24 * 10))
  expect(later?.words).toContain("the day from which the child is missing education, since Sat 7 Nov")
  expect(cards(2, addHours(now, 24 * 10))[0]?.words).not.toContain("the day from which")
})

it("a card says in the end how its case ended, and a case over before it had one gets none", () => {
  expect(cards(3)).toEqual([])
  const [over] = cards(3, now, sent)
  expect(over?.words).toContain("Nothing is asked here any more.")
  expect(plain.render(educationCards({ files: [after(3)], delivered: sent, now })[0]?.message() as never).subject).toBe(
    "EDU-10432 · Closed on Fri 20 Nov: Moved abroad"
  )
})
