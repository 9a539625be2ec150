import { expect, test } from "vitest"
import { movedInWords } from "../../src/page/clock/moved.ts"

const at = (hour: number) => `2026-11-18T${String(hour).padStart(2, "0")}:00:00.000Z`
const to = Date.parse("2026-11-19T09:00:00.000Z")

test("a move that met nothing says so", () => {
  expect(movedInWords(to, [])).toBe("Moved to Thu 19 Nov 2026, 09:00. Nothing fell due on the way.")
})

test("what fell due is listed in order, one message and several", () => {
  const played = [
    { at: at(9), messages: 1 },
    { at: at(11), messages: 3 }
  ]
  expect(movedInWords(to, played)).toBe(
    "Moved to Thu 19 Nov 2026, 09:00. Played on the way, in order: Wed 18 Nov 2026, 09:00 (1 message); Wed 18 Nov 2026, 11:00 (3 messages)."
  )
})

test("a long list is cut short, and says how much is left out", () => {
  const played = [9, 10, 11, 12, 13, 14].map((hour) => ({ at: at(hour), messages: 1 }))
  expect(movedInWords(to, played)).toMatch(/12:00 \(1 message\); and at 2 more times\.$/)
})
