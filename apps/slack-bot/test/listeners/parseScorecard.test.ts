import { formatMonth, type Month, parseMonth } from "@safe-return/domain/scorecard"
import { Option } from "effect"
import { expect, it } from "vitest"
import { parseScorecard } from "../../src/listeners/commands/parseScorecard.ts"

const month = (text: string): Month => Option.getOrThrow(parseMonth(text))

const read = (text: string, now = "2026-12"): string => {
  const command = parseScorecard(text, month(now))
  if (command._tag === "Episodes") return `Episodes ${formatMonth(command.month)} from ${command.from}`
  return "month" in command ? `${command._tag} ${formatMonth(command.month)}` : command._tag
}

it.each([
  ["", "Month 2026-11"],
  ["  ", "Month 2026-11"],
  ["2026-10", "Month 2026-10"],
  ["2026‑10", "Month 2026-10"],
  ["October", "Month 2026-10"],
  ["oct", "Month 2026-10"],
  ["October 2025", "Month 2025-10"],
  ["December", "Month 2026-12"],
  ["whole", "Whole 2026-11"],
  ["October whole", "Whole 2026-10"],
  ["whole October 2025", "Whole 2025-10"],
  ["2026-10 --whole", "Whole 2026-10"],
  ["2026-10 —whole", "Whole 2026-10"],
  ["episodes", "Episodes 2026-12 from 1"],
  ["episodes October", "Episodes 2026-10 from 1"],
  ["October 2025 episodes", "Episodes 2025-10 from 1"],
  ["episodes 2026-10 from 51", "Episodes 2026-10 from 51"],
  ["episodes from 51", "Episodes 2026-12 from 51"],
  ["episodes from 0", "Misunderstood"],
  ["episodes 2027-01", "Misunderstood"],
  ["episodes everything", "Misunderstood"],
  ["help", "Help"],
  ["2027-01", "Misunderstood"],
  ["2026-13", "Misunderstood"],
  ["oc", "Misunderstood"],
  ["October November", "Misunderstood"],
  ["everything", "Misunderstood"]
])("%o is read as it is meant in December 2026", (typed, meant) => {
  expect(read(typed)).toBe(meant)
})

it("a month by its name alone is the latest that has begun, and January's last one is December", () => {
  expect(read("October", "2026-03")).toBe("Month 2025-10")
  expect(read("January", "2026-01")).toBe("Month 2026-01")
  expect(read("", "2026-01")).toBe("Month 2025-12")
})
