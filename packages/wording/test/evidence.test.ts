import { utc } from "@safe-return/domain/calendar"
import { expect, it } from "vitest"
import { evidenceInWords } from "../src/evidence.ts"

const dayOf = (day: number) => utc(2026, 11, day, 7)

it("says when the child was last seen each time, and counts what is too long ago to be listed", () => {
  expect(evidenceInWords({ dates: [dayOf(16)] })).toBe("Last seen Mon 16 Nov 2026, 07:00.")
  expect(evidenceInWords({ dates: [dayOf(2), dayOf(9)] })).toBe(
    "Last seen Mon 2 Nov 2026, 07:00; Mon 9 Nov 2026, 07:00."
  )
  expect(evidenceInWords({ dates: [1, 2, 3, 4, 5, 6].map(dayOf) })).toBe(
    "Last seen Tue 3 Nov 2026, 07:00; Wed 4 Nov 2026, 07:00; Thu 5 Nov 2026, 07:00; Fri 6 Nov 2026, 07:00; and 2 earlier."
  )
})
