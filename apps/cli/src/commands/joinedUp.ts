import { joinedUpOf, suppressJoinedUpCounts } from "@safe-return/domain/joinedUp"
import { joinedUpReport, writeQuestions } from "@safe-return/report"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { today } from "../input/dayOption.ts"
import { readStrands, strandFiles } from "../input/readStrands.ts"
import { joinedUpAnswer, joinedUpInWords } from "../output/joinedUpAnswer.ts"
import { out, writeContent } from "../output/writeOut.ts"
import { json } from "./options.ts"
import { formatAmong } from "./reportFormat.ts"

const format = Flag.Literals("format", ["json", "text", "html"]).pipe(
  Flag.withDescription("json: for scripts; text: for people (default); html: a page for a panel, on screen and paper"),
  Flag.optional
)

const suppress = Flag.Boolean("suppress").pipe(
  Flag.withDescription(
    "Name no child: the counts alone, with those of 1 to 4 and what would give them back withheld. Without it children are named, and small counts are withheld but in json; --no-suppress shows every count"
  ),
  Flag.optional
)

export const joinedUp = Command.make(
  "joined-up",
  { ...strandFiles, format, suppress, out, json },
  Effect.fn("joinedUp")(function* (given) {
    const chosen = yield* formatAmong(given)
    const isCountsAlone = Option.contains(given.suppress, true)
    const view = joinedUpOf(yield* readStrands(given, isCountsAlone))
    const isSuppressed = Option.getOrElse(given.suppress, () => chosen !== "json")
    const shown = {
      ...view,
      counts: isSuppressed ? suppressJoinedUpCounts(view.counts) : view.counts,
      isSuppressed,
      isCountsAlone,
      on: yield* today
    }
    const content =
      chosen === "html"
        ? yield* Effect.promise(() => writeQuestions(joinedUpReport(shown), "html"))
        : `${chosen === "json" ? JSON.stringify(joinedUpAnswer(shown), null, 2) : joinedUpInWords(shown)}\n`
    yield* writeContent(content, given.out)
  })
).pipe(
  Command.withDescription(
    "Children on more than one strand (missing, missing education, exclusions, exploitation): facts side by side with their days, never a score"
  ),
  Command.withExamples([
    {
      command:
        "safe-return joined-up --cases cases.csv --episodes episodes.csv --exclusions exclusions.csv --links links.csv",
      description: "For people who may see the children's records"
    },
    {
      command:
        "safe-return joined-up --cases cases.csv --episodes episodes.csv --exclusions exclusions.csv --links links.csv --format html --out panel.html",
      description: "A page for a panel"
    },
    {
      command: "safe-return joined-up --cases cases.csv --episodes episodes.csv --suppress",
      description: "Counts alone, for a scorecard"
    }
  ])
)
