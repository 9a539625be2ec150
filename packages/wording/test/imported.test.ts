import { utc } from "@safe-return/domain/calendar"
import { EpisodeId, emptyChildState } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { datesSeenFrom, importedInWords } from "@safe-return/wording"
import { expect, test } from "vitest"

const imported = (id: string, day: number) => ({
  row: { episode_id: EpisodeId.make(id), missing_at: utc(2026, 9, day), returned_at: utc(2026, 9, day, 5) },
  policy: rotherham,
  importedAt: utc(2026, 12, day)
})

test("earlier episodes are told by their number and the day of the last import", () => {
  const dates = datesSeenFrom(utc(2026, 12, 2))
  expect(importedInWords(emptyChildState, dates)).toBeUndefined()
  expect(importedInWords({ ...emptyChildState, imported: [imported("a", 1)] }, dates)).toBe(
    "1 earlier episode, imported from the case system on Tue 1 Dec"
  )
  expect(importedInWords({ ...emptyChildState, imported: [imported("b", 2), imported("a", 1)] }, dates)).toBe(
    "2 earlier episodes, imported from the case system on Wed 2 Dec"
  )
})
