import { expect, it } from "vitest"
import { RecentEntries } from "../../src/http/RecentEntries.ts"

it("an entry is there for at least its span, and gone after two", () => {
  const entries = new RecentEntries<string>({ span: 10 })
  entries.set("first", "a", 0)
  entries.set("second", "b", 10)
  entries.set("third", "c", 20)
  expect(entries.get("second")).toBe("b")
  entries.set("fourth", "d", 31)
  expect(["first", "second", "third", "fourth"].map((name) => entries.get(name))).toEqual([
    undefined,
    undefined,
    "c",
    "d"
  ])
})

it("the newest are there however many come, and never more than twice as many", () => {
  const entries = new RecentEntries<number>({ span: 10, most: 3 })
  const names = Array.from({ length: 20 }, (_, index) => `n${index}`)
  for (const [index, name] of names.entries()) {
    entries.set(name, index, 0)
    const known = names.slice(0, index + 1).filter((one) => entries.get(one) !== undefined)
    expect(known).toEqual(names.slice(index + 1 - known.length, index + 1))
    expect(known.length).toBeLessThanOrEqual(6)
    expect(known.length).toBeGreaterThanOrEqual(Math.min(3, index + 1))
  }
})

it("an entry is taken out and put in again under its name", () => {
  const entries = new RecentEntries<string>({ span: 10 })
  entries.set("first", "a", 0)
  entries.delete("first")
  expect(entries.get("first")).toBeUndefined()
  entries.set("first", "b", 1)
  expect(entries.get("first")).toBe("b")
})
