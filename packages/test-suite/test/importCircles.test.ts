import { join } from "node:path"
import { expect, it } from "vitest"
import { circlesIn, importGraph } from "../src/importCircles.ts"

const root = join(import.meta.dirname, "../../..")
const graph = importGraph(root)

it("no files import each other in a circle, types and tests included", () => {
  const everyFile = importGraph(root, "{src,test,testing,bench,trials,scripts,examples}")
  expect(everyFile.size).toBeGreaterThan(graph.size + 500)
  expect(circlesIn(everyFile)).toEqual([])
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
