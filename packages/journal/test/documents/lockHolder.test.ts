import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { standingOf, thisProcess } from "../../src/documents/lockHolder.ts"

/** What the kernel says of when this process started. */
const startedHere = () => {
  const stat = readFileSync(`/proc/${process.pid}/stat`, "utf8")
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]
}

it("a process is named with its start, so that its number given out again is another's", async () => {
  const here = await thisProcess()
  expect(here).toMatchObject({ pid: process.pid, started: startedHere() })
  expect(await standingOf(here, here)).toBe("living")
  expect(await standingOf({ ...here, started: "1" }, here)).toBe("gone")
})

it("a process of before starts were kept is taken for the one that has its number", async () => {
  const here = await thisProcess()
  expect(await standingOf({ place: here.place, pid: here.pid }, here)).toBe("living")
})

it("nothing is known of a process in another place", async () => {
  const here = await thisProcess()
  expect(await standingOf({ ...here, place: "another machine" }, here)).toBe("unknown")
})
