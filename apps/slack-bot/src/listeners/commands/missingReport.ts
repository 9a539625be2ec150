import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect, Option } from "effect"
import { plainly } from "../../blocks/blocks.ts"
import { referenceExamples } from "../../forms/referenceExamples.ts"
import { reportView } from "../../forms/report/reportView.ts"
import { findOrNew } from "../../handlers/findCase.ts"
import type { CommandHandler } from "../../handlers/Handler.ts"
import type { MissingCommand } from "./parseMissing.ts"
import { readTime } from "./readTime.ts"

/** `/missing report [reference] [last seen]`: opens the form, filled in as far as was typed. */
export const missingReport: CommandHandler<Extract<MissingCommand, { _tag: "Report" }>> = {
  permission: "report-missing",
  about: ({ command }) => Option.fromNullishOr(command.reference),
  handle: Effect.fn("missingReport")(function* ({ command, openForm }) {
    const now = Instant(yield* Clock.currentTimeMillis)
    const { reference, when } = command
    const seen = when === "" ? undefined : readTime(when, now)
    if (seen?._tag === "Unclear") return Option.some(plainly(seen.sentence))
    if (reference !== undefined) yield* findOrNew(reference)
    yield* openForm(reportView(now, yield* referenceExamples, { reference, missingAt: seen?.at }))
    return Option.none()
  })
}
