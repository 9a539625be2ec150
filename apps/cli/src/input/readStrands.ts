import {
  educationFactsOf,
  exclusionFactsOf,
  IndicatorKind,
  indicatorFactsOf,
  type JoinedUpQuestion,
  missingFactsOf,
  type Strand,
  type StrandFact
} from "@safe-return/domain/joinedUp"
import {
  badInput,
  type FoundColumns,
  readEpisodeTable,
  readExclusions,
  readIndicators,
  readLinkEvents
} from "@safe-return/exchange"
import { Effect, Option } from "effect"
import { Flag } from "effect/cli"
import { tellAll } from "../output/print.ts"
import { withProgress } from "../output/progress.ts"
import { today } from "./dayOption.ts"
import { columnNotes } from "./episodeOptions.ts"
import { openFile } from "./openFile.ts"
import { readCases } from "./readCases.ts"

const file = (name: string, description: string) =>
  Flag.String(name).pipe(Flag.withDescription(description), Flag.optional)

/** The tables of each strand, and of what joins them. */
export const strandFiles = {
  cases: file("cases", "A table of children missing education, CSV or NDJSON"),
  episodes: file("episodes", "An episode table, CSV or NDJSON"),
  exclusions: file(
    "exclusions",
    "Suspensions and exclusions, CSV or NDJSON with child_ref, social_care_ref, kind, from, to, school"
  ),
  indicators: file(
    "indicators",
    "Indicators of sexual and criminal exploitation, CSV or NDJSON with child_ref (social care), kind, grade, noted_on"
  ),
  links: file(
    "links",
    "Links between references that people confirmed or undid, CSV or NDJSON with link_id, event, education_ref, social_care_ref, by, on"
  )
}

type StrandFiles = { readonly [Name in keyof typeof strandFiles]: Option.Option<string> }

const noStrand = badInput({
  field: "--cases",
  message: "There is nothing to look at. Name a table with --cases, --episodes, --exclusions or --indicators."
})

const readOnce = badInput({
  field: "-",
  message: "Standard input is read once. Name a file for each of the other tables."
})

const NO_INDICATORS =
  "Exploitation is not known: an episode table does not tell of it. --indicators names a table that does."

const opened = Effect.fnUntraced(function* (name: string) {
  return yield* withProgress(yield* openFile(name))
})

const tellColumns = (name: string, { unknownColumns, absentColumns }: FoundColumns<string>) =>
  tellAll(columnNotes({ unknownColumns, absentColumns }).map((note) => `${name}: ${note}`))

/** Every fact of every table that was named, and what joins them. */
export const readStrands = Effect.fn("readStrands")(function* (given: StrandFiles, isSuppressed: boolean) {
  const { links, cases, episodes, exclusions, indicators } = given
  const tables = [cases, episodes, exclusions, indicators]
  if (tables.every(Option.isNone)) return yield* noStrand
  if ([...tables, links].filter(Option.contains("-")).length > 1) return yield* readOnce
  const facts: Array<StrandFact> = []
  if (Option.isSome(episodes)) {
    const table = yield* readEpisodeTable(yield* opened(episodes.value))
    yield* tellColumns(episodes.value, table)
    facts.push(...missingFactsOf(table.lines.map(({ row }) => row)))
  }
  if (Option.isSome(cases)) {
    const day = yield* today
    const lines = yield* readCases({ cases: cases.value, caseReferences: Option.none(), day, isSuppressed })
    facts.push(...educationFactsOf(lines.map(({ row }) => row)))
  }
  if (Option.isSome(exclusions)) {
    const table = yield* readExclusions(yield* opened(exclusions.value))
    yield* tellColumns(exclusions.value, table)
    facts.push(...exclusionFactsOf(table.rows))
  }
  if (Option.isSome(indicators)) {
    const table = yield* readIndicators(yield* opened(indicators.value))
    yield* tellColumns(indicators.value, table)
    facts.push(...indicatorFactsOf(table.rows))
  } else yield* tellAll([NO_INDICATORS])
  const lookedAt: ReadonlyArray<Strand> = [
    ...(Option.isSome(episodes) ? (["missing"] as const) : []),
    ...(Option.isSome(cases) ? (["education"] as const) : []),
    ...(Option.isSome(exclusions) ? (["exclusion"] as const) : []),
    ...(Option.isSome(indicators) ? IndicatorKind.literals : [])
  ]
  if (Option.isNone(links)) return { facts, lookedAt, links: [] } satisfies JoinedUpQuestion
  const table = yield* readLinkEvents(yield* opened(links.value))
  yield* tellColumns(links.value, table)
  return { facts, lookedAt, links: table.events } satisfies JoinedUpQuestion
})
