import { badInput } from "@safe-return/exchange/reading"
import { isBinary, type ReportFormat } from "@safe-return/report"
import { Effect, Stdio } from "effect"

/** Bytes are never thrown at a terminal, which would take them for commands. */
export const checkTerminal = Effect.fn("checkTerminal")(function* (
  chosen: "json" | ReportFormat | undefined,
  isFile: boolean
) {
  if (chosen === undefined || chosen === "json" || isFile || !isBinary(chosen)) return
  const { stdoutIsTerminal } = yield* Stdio.Stdio
  if (yield* stdoutIsTerminal) {
    yield* badInput({ field: "--out", message: `A terminal cannot show ${chosen}. Name the file with --out.` })
  }
})
