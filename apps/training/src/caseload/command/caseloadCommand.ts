/** `caseload`: a synthetic episode table of any size in a file, and the figures it claims to match. */
import { formatCivilDay, Instant, parseInstant, utc } from "@safe-return/domain/calendar"
import { rotherham } from "@safe-return/domain/policy"
import { type EpisodeRow, formatByName, writeEpisodeTable } from "@safe-return/exchange"
import { Console, Effect, Option, Stream } from "effect"
import { Command, Flag } from "effect/cli"
import { type ChildOfYear, caseloadOfYears } from "../caseloadOfYears.ts"
import { type CaseloadSize, parseSize, sizesInWords } from "../figures/caseloadSize.ts"
import { claimsOf } from "../figures/claims.ts"
import { Reckoning } from "../figures/reckoning.ts"
import type { SyntheticProfile } from "../profile.ts"
import { education } from "./educationCommand.ts"
import { figuresTable } from "./figuresTable.ts"
import { july2019 } from "./july2019Command.ts"
import { writeWhole } from "./writeWhole.ts"

/** A profile as a line of NDJSON, marked as synthetic before anything else is said. */
const profileLine = ({ synthetic, child, name, born, placements }: SyntheticProfile): string =>
  `${JSON.stringify({
    synthetic,
    child_ref: child,
    name,
    born: formatCivilDay(born),
    placements: placements.map(({ placement, from }) => ({
      placement,
      ...(from === undefined ? {} : { from: formatCivilDay(from) })
    }))
  })}\n`

const size = Flag.String("size").pipe(
  Flag.withDescription(`How large: ${sizesInWords} missing in the year`),
  Flag.withDefault("rotherham"),
  Flag.filterMap(
    (text) => Option.fromUndefinedOr(parseSize(text)),
    () => sizesInWords
  )
)

const seed = Flag.Int("seed").pipe(
  Flag.withDescription("A whole number: the same seed makes the same caseload, another seed another"),
  Flag.withDefault(1)
)

/** The end of the year the figures are of: the last moment of 31 March 2024 in London. */
const endOfPublishedYear = utc(2024, 3, 31, 23)

const MOST_YEARS = 50

const years = Flag.Int("years").pipe(
  Flag.withDescription(
    `How many years of that size, up to ${MOST_YEARS}: those before the last are of other children, and no part of the figures`
  ),
  Flag.filterMap(
    (number) => (number >= 1 && number <= MOST_YEARS ? Option.some(number) : Option.none()),
    () => `a whole number from 1 to ${MOST_YEARS}`
  ),
  Flag.withDefault(1)
)

const asOf = Flag.String("as-of").pipe(
  Flag.withDescription(
    "The end of the caseload's twelve months (default: of the year published, 2024-03-31T23:00:00Z)"
  ),
  Flag.filterMap(parseInstant, () => "a date and time with an offset, such as 2026-11-30T23:59:00Z"),
  Flag.withDefault(endOfPublishedYear)
)

const out = Flag.String("out").pipe(
  Flag.withDescription("Where to write the episode table: a name that ends in .csv, .ndjson or .jsonl"),
  Flag.filterMap(
    (file) => Option.map(Option.fromUndefinedOr(formatByName(file)), (format) => ({ file, format })),
    () => "a name that ends in .csv, .ndjson or .jsonl"
  ),
  Flag.optional
)

const profiles = Flag.String("profiles").pipe(
  Flag.withDescription("Where to write names, days of birth and placements, apart from the table: NDJSON"),
  Flag.optional
)

const figures = Flag.Boolean("figures").pipe(
  Flag.withDescription("Print what was claimed, generated and the difference (always, when nothing is written)"),
  Flag.withoutNegation,
  Flag.withDefault(false)
)

/** Rows made between two writes: enough to write in blocks, few enough to hold. */
const ROWS_AT_A_TIME = 512

/** The rows of child after child; each child's are shown to `keep` on the way. */
function* rowsOf(children: Iterable<ChildOfYear>, keep: (child: ChildOfYear) => void): Generator<EpisodeRow> {
  for (const child of children) {
    keep(child)
    yield* child.rows
  }
}

const basis = (of: CaseloadSize): string =>
  typeof of === "number"
    ? `Claimed: England's figures, brought down to ${of.toLocaleString("en-GB")} children missing.`
    : "Claimed: the area's published counts; days, ages and placements by England's shares, the only ones published."

const SOURCE = "Source: DfE, Children looked after in England including adoptions, reporting year 2024."

export const caseload = Command.make(
  "caseload",
  { size, seed, years, asOf, out, profiles, figures },
  Effect.fn("caseload")(function* (given) {
    const endsAt = Instant(given.asOf)
    const reckoning = new Reckoning(endsAt)
    const profileLines: Array<string> = []
    const children = caseloadOfYears(given.years, {
      size: given.size,
      seed: given.seed,
      endsAt,
      policy: rotherham,
      open: "as-published"
    })
    let earlier = 0
    const keep = ({ child, rows, yearsBack }: ChildOfYear) => {
      if (yearsBack === 0) reckoning.add(rows, child.profile)
      else earlier += rows.length
      if (Option.isSome(given.profiles)) profileLines.push(profileLine(child.profile))
    }
    const rows = Stream.fromIterable(rowsOf(children, keep), { chunkSize: ROWS_AT_A_TIME })
    yield* Option.match(given.out, {
      onNone: () => Stream.runDrain(rows),
      onSome: ({ file, format }) => writeWhole(file, writeEpisodeTable(rows, format))
    })
    if (Option.isSome(given.profiles)) yield* writeWhole(given.profiles.value, Stream.fromIterable(profileLines))
    const { missing, away } = reckoning
    yield* Console.log(
      `${missing.children} synthetic children, ${missing.incidents} missing incidents and ${away.incidents} away.`
    )
    if (given.years > 1) yield* Console.log(`In the years before: ${earlier} episodes of other synthetic children.`)
    if (given.figures || Option.isNone(given.out)) {
      yield* Console.log(`\n${figuresTable(claimsOf(given.size, reckoning), [basis(given.size), SOURCE])}`)
    }
  })
).pipe(
  Command.withDescription(
    "A year of synthetic children that matches DfE's published figures. Nobody in it is real.\n" +
      "  Exit status: 0 done; 1 a fault of ours; 2 bad input, said on standard error, and nothing written."
  ),
  Command.withExamples([
    { command: "caseload --size rotherham --seed 1 --out episodes.csv --figures", description: "A council" },
    { command: "caseload --size england --out england.csv --profiles england-profiles.ndjson", description: "England" }
  ]),
  Command.withSubcommands([education, july2019])
)
