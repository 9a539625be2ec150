/** The scorecards that were published, one a month: what was said then stays, whatever is put right since. */
import { InstantFromIso } from "@safe-return/domain/calendar"
import { Context, Effect, Schema } from "effect"
import { JournalUnavailable } from "./Journal.ts"

/** A number, or the mark that stood in its place. */
const Figure = Schema.Union([Schema.Finite, Schema.Literals(["c", "low", "x", "z"])])

export const PublishedFigure = Schema.Struct({
  /** `2026-10`: a scorecard has figures of the months before its own too. */
  month: Schema.String,
  /** What it counts, as the published shape names it: `episodes.total`. */
  measure: Schema.String,
  /** As it was printed, small counts withheld. */
  shown: Figure,
  whole: Figure
})
export type PublishedFigure = typeof PublishedFigure.Type

/** A month as it was counted for a print, which decides what any later print may show of it. */
export const PublishedEdition = Schema.Struct({
  /** The smallest count that was shown of it. */
  shownFrom: Schema.Finite,
  /** Whole, in the published shape; its policy is the one by which the month is shown from then on. */
  scorecard: Schema.Json,
  interviewTimes: Schema.Json
})

export const PublishedScorecard = Schema.Struct({
  /** `2026-10`, whose scorecard it is. */
  month: Schema.String,
  /** Up to when facts were known. */
  asOf: InstantFromIso,
  publishedAt: InstantFromIso,
  /** The id of the policy by which every episode was judged. */
  policy: Schema.String,
  figures: Schema.Array(PublishedFigure),
  /** Of the month and those beside it, each that was printed for the first time or otherwise than before. */
  editions: Schema.optionalKey(Schema.Array(PublishedEdition))
})
export type PublishedScorecard = typeof PublishedScorecard.Type

/** How they are kept in a file. */
export const KeptScorecards = Schema.Struct({ scorecards: Schema.Array(PublishedScorecard) })

interface Published {
  /** In the order of their months. */
  readonly all: Effect.Effect<ReadonlyArray<PublishedScorecard>, JournalUnavailable>
  /** Keeps a month's durably; one that is kept already stays, at whichever instance it was published. */
  readonly publish: (scorecard: PublishedScorecard) => Effect.Effect<void, JournalUnavailable>
}

/** Where nothing keeps them, none was published. */
export class PublishedScorecards extends Context.Reference<Published>("@safe-return/journal/PublishedScorecards", {
  defaultValue: () => ({
    all: Effect.succeed([]),
    publish: () =>
      Effect.fail(new JournalUnavailable({ path: "published-scorecards", reason: "no scorecards are kept here" }))
  })
}) {}
