import { expect, test } from "vitest"
import { returnFields } from "../../src/forms/pupilFields.ts"

test("year groups stand in the order of DfE's return, from Reception up", () => {
  const field = returnFields({}).find(({ block_id: id }) => id === "yearGroup")
  const { element } = field ?? {}
  const options = element !== undefined && "options" in element ? (element.options ?? []) : []
  expect(options.map(({ text }) => text.text).slice(0, 3)).toEqual(["Reception", "Year 1", "Year 2"])
  expect(options.at(-1)?.text.text).toBe("Unknown")
})
