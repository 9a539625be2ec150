/** Which test is asked of which mutant, and in which order. */
import { matchesGlob } from "node:path"
import { coveredIn, deadIn, type Line, pairOf, type TestCoverage, triedIn, unreliableIn } from "./log.ts"
import type { Mutant } from "./mutants.ts"
import type { Room } from "./rooms.ts"

/** A room's own tests look at what its sources do; those of other rooms pass through them. */
const OWN_TESTS_COUNT_AS = 0.2

export interface Plan {
  readonly files: ReadonlyArray<string>
  /** The mutants of each test. */
  readonly mutants: Readonly<Record<string, ReadonlyArray<string>>>
  readonly longest: number
}

const byFirst = (room: Room) => {
  const name = room.source.split("/").at(-1)
  const weight = ({ file, milliseconds }: TestCoverage) =>
    file.includes(`/test/${name}/`) ? milliseconds * OWN_TESTS_COUNT_AS : milliseconds
  return (one: TestCoverage, other: TestCoverage) => weight(one) - weight(other)
}

/** The quickest tests of each mutant that is alive, for so many milliseconds of their time together, and at least one. */
export const planned = (
  room: Room,
  mutants: ReadonlyArray<Mutant>,
  lines: ReadonlyArray<Line>,
  limit: number
): Plan => {
  const [dead, unreliable, tried] = [deadIn(lines), unreliableIn(lines), triedIn(lines)]
  const tests = coveredIn(lines)
    .filter(({ test, file }) => !unreliable.has(test) && room.tests.some((glob) => matchesGlob(file, glob)))
    .toSorted(byFirst(room))
  const byTest: Record<string, Array<string>> = {}
  const chosen = new Set<TestCoverage>()
  for (const { id } of mutants) {
    if (dead.has(id)) continue
    let spent = 0
    for (const one of tests) {
      if (one.hits[id] === undefined) continue
      if (spent > 0 && spent + one.milliseconds > limit) break
      spent += one.milliseconds
      if (tried.has(pairOf(one.test, id))) continue
      byTest[one.test] = [...(byTest[one.test] ?? []), id]
      chosen.add(one)
    }
  }
  return {
    files: [...new Set([...chosen].toSorted(byFirst(room)).map(({ file }) => file))],
    mutants: byTest,
    longest: Math.max(0, ...[...chosen].map(({ milliseconds }) => milliseconds))
  }
}
