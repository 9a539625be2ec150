import { expect, test, vi } from "vitest"
import { sweep } from "../../bench/outreachSweep.ts"

test("the sweep that is measured looks at children and team without an error", async () => {
  const printed = vi.spyOn(console, "log")
  const { sweeps } = await sweep({ children: 50, rounds: 2 })
  expect(sweeps).toHaveLength(2)
  expect(printed.mock.calls.flat().join("\n")).not.toMatch(/ERROR|WARN/)
})
