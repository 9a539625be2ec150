import { readFileSync } from "node:fs"
import { Effect } from "effect"
import { expect, test } from "vitest"
import { library } from "../src/scenarios/library.ts"
import { everybody } from "../src/workspace/personas.ts"

/** The first cell of each row of the table that begins with this heading. */
const firstCells = (document: string, heading: string): ReadonlyArray<string> => {
  const lines = readFileSync(new URL(`../../../docs/${document}`, import.meta.url), "utf8").split("\n")
  const begins = lines.findIndex((line) => line.startsWith(`| ${heading} `))
  const rows = lines.slice(begins + 2)
  const end = rows.findIndex((line) => !line.startsWith("|"))
  return rows.slice(0, end).map((line) => line.split("|")[1]?.trim() ?? "")
}

test("the document of scenarios lists those that come with the workspace", async () => {
  const titles = (await Effect.runPromise(library)).map(({ title }) => title)
  expect(firstCells("scenarios.md", "Scenario").toSorted()).toEqual(titles.toSorted())
})

test("the document of training lists the roles of everybody in the workspace", () => {
  expect(firstCells("training.md", "Person").toSorted()).toEqual(
    [...new Set(everybody.map(({ role }) => role))].toSorted()
  )
})
