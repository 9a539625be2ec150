import { expect, it } from "vitest"
import { startedEmpty } from "../../src/incidents/startedEmpty.ts"

it("an administrator reads where an empty journal is kept, and what to do if it held records", () => {
  const { what, remedy } = startedEmpty("in /srv/safe-return")
  expect(what).toContain("an empty journal, kept in /srv/safe-return: no child is on record")
  expect(remedy).toContain("put the folder or the database back")
  expect(startedEmpty().what).toContain("kept where the settings say")
})
