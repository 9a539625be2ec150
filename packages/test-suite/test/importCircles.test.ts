import { join } from "node:path"
import { expect, it } from "vitest"
import { circlesIn, importGraph } from "../src/importCircles.ts"

const graph = importGraph(join(import.meta.dirname, "../../.."))

/** Circles that stand today, each by its files in order. Entries leave this list; none joins it. */
const standing: ReadonlyArray<ReadonlyArray<string>> = [
  ["apps/training/src/page/scenarios/ScenarioGuide.tsx", "apps/training/src/page/scenarios/ScenarioPlay.tsx"],
  [
    "packages/slack-testkit/src/Person.ts",
    "packages/slack-testkit/src/WorkspaceParts.ts",
    "packages/slack-testkit/src/act.ts",
    "packages/slack-testkit/src/answers.ts",
    "packages/slack-testkit/src/app/Announcer.ts",
    "packages/slack-testkit/src/app/AppConnection.ts",
    "packages/slack-testkit/src/app/payloads.ts",
    "packages/slack-testkit/src/placeSeen.ts",
    "packages/slack-testkit/src/places.ts",
    "packages/slack-testkit/src/submit.ts",
    "packages/slack-testkit/src/suggest.ts"
  ]
]

const isWithin = (circle: ReadonlyArray<string>, allowed: ReadonlyArray<string>) =>
  circle.every((file) => allowed.includes(file))

it("no files import each other in a circle, apart from the circles listed here", () => {
  const unexpected = circlesIn(graph).filter((circle) => !standing.some((allowed) => isWithin(circle, allowed)))
  expect(unexpected).toEqual([])
})

it.each(standing.map((circle) => [circle[0], circle] as const))("the circle listed at %s still stands", (_, circle) => {
  expect(
    circlesIn(graph),
    "no circle any more: take its entry (or the files that left it) off the list"
  ).toContainEqual(circle)
})

it("a file's imports are found: relative, of another package, of types, and re-exported", () => {
  expect(graph.get("packages/test-suite/src/setup.ts")).toContain("packages/test-suite/src/surroundings.ts")
  expect(graph.get("packages/domain/src/pathway/refusals.ts")).toContain(
    "packages/domain/src/pathway/refusals/caseRefusals.ts"
  )
  expect(graph.get("packages/journal/src/index.ts")?.length).toBeGreaterThan(10)
  expect([...graph.values()].flat()).toContain("packages/domain/src/pathway/index.ts")
})

it("a circle is found through any number of files, without what only leads into it", () => {
  const made = new Map([
    ["lead", ["a"]],
    ["a", ["b", "d"]],
    ["b", ["c"]],
    ["c", ["a"]],
    ["d", ["e"]],
    ["e", []],
    ["f", ["g", "e"]],
    ["g", ["f"]]
  ])
  expect(circlesIn(made).toSorted()).toEqual([
    ["a", "b", "c"],
    ["f", "g"]
  ])
})

it("the rooms of the domain import each other in one direction only", () => {
  const roomOf = (file: string) => /^packages\/domain\/src\/([^/]+)\//.exec(file)?.[1]
  const rooms = new Map<string, Array<string>>()
  for (const [file, targets] of graph) {
    const room = roomOf(file)
    if (room === undefined) continue
    const others = targets.flatMap((target) => roomOf(target) ?? []).filter((other) => other !== room)
    rooms.set(room, [...(rooms.get(room) ?? []), ...others])
  }
  expect(rooms.size).toBeGreaterThan(8)
  expect(circlesIn(rooms)).toEqual([])
})
