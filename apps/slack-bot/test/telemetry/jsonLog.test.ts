import { Console, Effect } from "effect"
import { expect, test } from "vitest"
import { logLayer, withoutReferences } from "../../src/telemetry/jsonLog.ts"

/** The lines that a program puts on stdout. */
const linesOf = (program: Effect.Effect<void>) => {
  const lines: Array<string> = []
  const console = { ...globalThis.console, log: (text: string) => void lines.push(text) }
  Effect.runSync(program.pipe(Effect.provide(logLayer("json")), Effect.provideService(Console.Console, console)))
  return lines
}

const said: ReadonlyArray<readonly [string, string, string]> = [
  ["a child's reference", "Could not look at LCS-71001", "Could not look at …"],
  ["a reference of digits alone", "Nothing is recorded for 48213.", "Nothing is recorded for …"],
  [
    "a reference with a stroke",
    "The erasure of QX/71.002 had not come to its end.",
    "The erasure of … had not come to its end."
  ],
  [
    "a message's key",
    "Not sent yet: ladder:ab12-cd34:1:team-manager:U0MANAGER.",
    "Not sent yet: ladder:…:1:team-manager:…"
  ],
  ["a Slack id without a digit", "Nobody is UMANAGERS here", "Nobody is … here"],
  ["an e-mail address", "Not taken for duty@council.example: bounced", "Not taken for …: bounced"],
  ["a telephone number", "Not taken for +447700900123: bounced", "Not taken for …: bounced"],
  ["a reference in full-width digits", "Could not look at LCS－７１００１", "Could not look at …"]
]

test.for(said)("%s does not reach the JSON log", ([, text, expected]) => {
  expect(withoutReferences(text)).toBe(expected)
})

test("counts, times and the words of a fault stay in the JSON log", () => {
  const text = "12 messages have waited longer than 15 minutes since 09:30: is_archived (503), 40%."
  expect(withoutReferences(text)).toBe(text)
})

test("each line of the JSON log is one object, with the id that a person was given to quote", () => {
  const lines = linesOf(
    Effect.logError("A request failed through a fault of ours").pipe(
      Effect.annotateLogs({ incident: "3f1c-77", child: "LCS-71001" })
    )
  )
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? "")).toEqual({
    timestamp: expect.stringMatching(/^\d{4}-/),
    level: "ERROR",
    message: "A request failed through a fault of ours",
    incident: "3f1c-77"
  })
})

test("neither a cause nor an object that is logged takes a reference into the JSON log", () => {
  const failed = Effect.fail(new Error("Nothing is recorded for LCS-71001.")).pipe(
    Effect.catchCause((cause) => Effect.logError("Not sent yet", cause, { child: "LCS-71001", many: 71_001 }))
  )
  const [line = ""] = linesOf(failed)
  expect(JSON.parse(line).cause).toContain("Nothing is recorded for …")
  expect(line).not.toContain("71001")
})
