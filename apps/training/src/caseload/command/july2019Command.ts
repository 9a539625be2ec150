/** `caseload july-2019`: an episode table around the month whose scorecard Rotherham's managers showed. */
import { formatByName, writeEpisodeTable } from "@safe-return/exchange"
import { Console, Effect, Option, Stream } from "effect"
import { Command, Flag } from "effect/cli"
import { episodesAroundJuly2019 } from "../july2019.ts"
import { writeWhole } from "./writeWhole.ts"

const seed = Flag.Int("seed").pipe(
  Flag.withDescription("A whole number: the same seed makes the same caseload, another seed another"),
  Flag.withDefault(1)
)

const out = Flag.String("out").pipe(
  Flag.withDescription("Where to write the episode table: a name that ends in .csv, .ndjson or .jsonl"),
  Flag.filterMap(
    (file) => Option.map(Option.fromUndefinedOr(formatByName(file)), (format) => ({ file, format })),
    () => "a name that ends in .csv, .ndjson or .jsonl"
  )
)

export const july2019 = Command.make(
  "july-2019",
  { seed, out },
  Effect.fn("july2019")(function* (given) {
    const rows = [...episodesAroundJuly2019(given.seed)]
    yield* writeWhole(given.out.file, writeEpisodeTable(Stream.fromIterable(rows), given.out.format))
    yield* Console.log(`${rows.length} episodes of synthetic children, April 2017 to March 2020.`)
  })
).pipe(
  Command.withDescription(
    "Synthetic episodes shaped like Rotherham's of April 2017 to March 2020, looked-after or not. Nobody in it is real."
  ),
  Command.withExamples([
    { command: "caseload july-2019 --out july-2019.csv", description: "Rotherham around July 2019" }
  ])
)
