import { readFileSync } from "node:fs"
import { Result } from "effect"
import { describe, expect, test } from "vitest"
import { libraryFiles } from "../../src/scenarios/library.ts"
import { formatScenario, parseScenario } from "../../src/scenarios/parseScenario.ts"

const pathway = () => JSON.parse(readFileSync(libraryFiles[0] ?? "", "utf8"))
const faultsOf = (value: unknown): string =>
  Result.match(parseScenario(typeof value === "string" ? value : JSON.stringify(value)), {
    onSuccess: () => "",
    onFailure: (failed) => failed.message
  })

test("a scenario written to a file and read again is the same", () => {
  const read = Result.getOrThrow(parseScenario(JSON.stringify(pathway())))
  expect(Result.getOrThrow(parseScenario(formatScenario(read)))).toEqual(read)
})

test("the example in the documents can be played", () => {
  const page = readFileSync(new URL("../../../../docs/scenarios.md", import.meta.url), "utf8")
  const [, example = ""] = /```json\n([\s\S]*?)```/.exec(page) ?? []
  expect(faultsOf(example)).toBe("")
})

describe("a file that cannot be played is refused in words that say what to put right", () => {
  const withStep = (change: object) => {
    const { steps, ...rest } = pathway()
    return { ...rest, steps: [{ ...steps[0], ...change }] }
  }
  test.each([
    ["text", "a letter to the editor", "It is not JSON"],
    ["another kind of file", { name: "package" }, 'begins with "format": "safe-return-scenario"'],
    ["nothing", null, 'begins with "format"'],
    ["a newer version", { format: "safe-return-scenario", version: 2 }, "version 1 is played here"],
    ["no steps", { ...pathway(), steps: [] }, "steps"],
    [
      "a step that does something unheard of",
      withStep({ does: { dance: "wildly" } }),
      "steps[0].does: This is one of: notify, type"
    ],
    ["a sight unheard of", withStep({ sees: [{ smells: "smoke" }] }), "steps[0].sees[0]: This is one of: card, thread"],
    [
      "a form filled in and not sent",
      withStep({ does: { fill: { Venue: "School" } } }),
      "steps[0].does.press: This must be given"
    ],
    [
      "news of another kind",
      withStep({ does: { notify: { kind: "sighted" } } }),
      "steps[0].does.notify: This is one of: missing, found"
    ],
    ["an unknown person", withStep({ who: "headteacher" }), "steps[0].who"],
    ["a misspelt field", withStep({ tells: "x" }), "There is no such field here"],
    ["a time that never was", { ...pathway(), opensAt: "2026-03-29 01:30" }, "There is no such time in London"]
  ])("%s", (_, file, said) => {
    expect(faultsOf(file)).toContain(said)
  })
})

describe("nobody real can be in it", () => {
  test.each([
    ["a reference of a real case system", "1048576"],
    ["a name", "Jo Bloggs"]
  ])("%s is no child of a scenario", (_, child) => {
    const scenario = pathway()
    scenario.steps[0].does.notify.child = child
    expect(faultsOf(scenario)).toContain("made-up case reference")
  })

  test("the police's own numbers are refused", () => {
    const scenario = pathway()
    scenario.steps[0].does.notify.policeReference = "SYP-2026-0001234"
    expect(faultsOf(scenario)).toContain("made-up police reference")
  })

  test.each(["write to jo@example.org", "ring 01709 555 0123 at once", "they live at S60 2TH"])("%s", (why) => {
    expect(faultsOf({ ...pathway(), why })).toContain("a scenario is about nobody real")
  })
})
