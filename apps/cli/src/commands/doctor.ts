import { Data, Effect } from "effect"
import { Command } from "effect/cli"
import { print, printJson } from "../output/print.ts"
import { json } from "./options.ts"

/** A setting does not stand up to the real thing. Which, has been printed. */
export class SettingsWrong extends Data.TaggedError("SettingsWrong") {}

const marks = { well: "ok     ", warning: "warning", wrong: "WRONG  ", "not set": "not set" } as const

export const doctor = Command.make(
  "doctor",
  { json },
  Effect.fn("doctor")(function* ({ json }) {
    const { examine, isWell } = yield* Effect.promise(() => import("@safe-return/doctor"))
    const findings = yield* Effect.promise(() => examine(process.env))
    const lines = findings.flatMap(({ check, status, found, remedy }) => [
      `${marks[status]} ${check}: ${found}`,
      ...(remedy === undefined ? [] : [`          ${remedy}`])
    ])
    yield* json ? printJson({ well: isWell(findings), findings }) : print(lines.join("\n"))
    if (!isWell(findings)) return yield* new SettingsWrong()
  })
).pipe(
  Command.withDescription(
    "Holds each setting in the environment against the real thing, and says what to do about what is wrong.\n" +
      "  Exit status: 0 nothing is wrong; 2 something is. No secret is printed."
  ),
  Command.withExamples([{ command: "safe-return doctor --json", description: "For scripts" }])
)
