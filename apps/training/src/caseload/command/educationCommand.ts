/** `caseload education`: a synthetic table of children missing education, and the figures it claims to match. */
import { type CivilDay, civilDay, parseCivilDay } from "@safe-return/domain/calendar"
import type { CmeCaseRow } from "@safe-return/domain/education"
import { formatByName, writeCmeCases } from "@safe-return/exchange"
import { Console, Effect, Option, Stream } from "effect"
import { Command, Flag } from "effect/cli"
import { censusClaims, quarterClaims, trainingClaims } from "../education/caseClaims.ts"
import { censusCases } from "../education/censusCases.ts"
import { PUBLISHED_QUARTER, quarterCases } from "../education/quarterCases.ts"
import { trainingCases } from "../education/trainingCases.ts"
import type { Claim } from "../figures/claims.ts"
import { figuresTable } from "./figuresTable.ts"
import { writeWhole } from "./writeWhole.ts"

const TWO_YEARS = "rotherham-2018-19"
const TRAINING = "training"
const sizes = ["rotherham", "england", TWO_YEARS, TRAINING] as const

const size = Flag.Literals("size", sizes).pipe(
  Flag.withDescription(
    `rotherham or england: the cases open on a census day; ${TWO_YEARS}: two years of cases that end with ${PUBLISHED_QUARTER}; ${TRAINING}: what the training workspace opens with`
  ),
  Flag.withDefault("rotherham" as const)
)

const seed = Flag.Int("seed").pipe(
  Flag.withDescription("A whole number: the same seed makes the same cases, another seed others"),
  Flag.withDefault(1)
)

/** Autumn 2025; DfE's own day was not seen. */
const usualCensusDay = civilDay(2025, 10, 2)
/** On which a new training workspace opens. */
const usualOpeningDay = civilDay(2026, 11, 16)

const censusDay = Flag.String("census-day").pipe(
  Flag.withDescription("The day on which the cases are open (default: 2025-10-02; of training 2026-11-16)"),
  Flag.filterMap(parseCivilDay, () => "a day, such as 2025-10-02"),
  Flag.optional
)

const out = Flag.String("out").pipe(
  Flag.withDescription("Where to write the case table: a name that ends in .csv, .ndjson or .jsonl"),
  Flag.filterMap(
    (file) => Option.map(Option.fromUndefinedOr(formatByName(file)), (format) => ({ file, format })),
    () => "a name that ends in .csv, .ndjson or .jsonl"
  ),
  Flag.optional
)

const figures = Flag.Boolean("figures").pipe(
  Flag.withDescription("Print what was claimed, generated and the difference (always, when nothing is written)"),
  Flag.withoutNegation,
  Flag.withDefault(false)
)

interface MadeUpCases {
  readonly rows: ReadonlyArray<CmeCaseRow>
  readonly claims: ReadonlyArray<Claim>
  readonly source: string
}

const madeUp = (of: (typeof sizes)[number], from: number, asked: Option.Option<CivilDay>): MadeUpCases => {
  if (of === TRAINING) {
    const opens = Option.getOrElse(asked, () => usualOpeningDay)
    const rows = trainingCases(from, opens)
    const source = "Rotherham (2019), and DfE's shares of England, autumn 2025."
    return { rows, claims: trainingClaims(rows, opens), source }
  }
  const day = Option.getOrElse(asked, () => usualCensusDay)
  if (of === TWO_YEARS) {
    const rows = quarterCases(from)
    return { rows, claims: quarterClaims(rows), source: "Rotherham, Missing from Home, Care and School (2019)." }
  }
  const rows = censusCases({ area: of, seed: from, censusDay: day })
  return {
    rows,
    claims: censusClaims(of, rows, day),
    source: "DfE, Children missing education, data set of 29 January 2026, autumn 2025."
  }
}

export const education = Command.make(
  "education",
  { size, seed, censusDay, out, figures },
  Effect.fn("caseload education")(function* (given) {
    const { rows, claims, source } = madeUp(given.size, given.seed, given.censusDay)
    if (Option.isSome(given.out)) {
      const { file, format } = given.out.value
      yield* writeWhole(file, writeCmeCases(Stream.fromIterable(rows), format))
    }
    yield* Console.log(`${rows.length} cases of synthetic children.`)
    if (given.figures || Option.isNone(given.out)) {
      yield* Console.log(`\n${figuresTable(claims, [`Source: ${source}`])}`)
    }
  })
).pipe(
  Command.withDescription("Synthetic children missing education, to published figures. Nobody in it is real."),
  Command.withExamples([
    { command: "caseload education --size england --out cases.csv", description: "England on a census day" },
    { command: `caseload education --size ${TWO_YEARS} --out cases.csv`, description: "Two years of Rotherham's" }
  ])
)
