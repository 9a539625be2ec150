import { calendars, utc } from "@safe-return/domain/calendar"
import { type Episode, fold } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { triggersFired } from "@safe-return/domain/risk"
import { childHistories, readEpisodeTable, writeEpisodeTable } from "@safe-return/exchange"
import { Effect, Stream } from "effect"
import { expect, test } from "vitest"
import { episodeRows } from "../../src/caseload/episodeRows.ts"
import { syntheticCaseload } from "../../src/caseload/syntheticCaseload.ts"

const endsAt = utc(2024, 3, 31, 23)
const children = [...syntheticCaseload({ size: 250, seed: 7, endsAt, policy: rotherham, open: "as-published" })]
const rows = children.flatMap(episodeRows)

/** The facts of episodes: a table does not tell which of them were a person's word, nor when it was given. */
const facts = (episodes: ReadonlyArray<Episode>) => episodes.map(({ personsWord: _, ...episode }) => episode)

const readBack = (format: "csv" | "ndjson") => {
  const bytes = Stream.encodeText(writeEpisodeTable(Stream.fromIterable(rows), format))
  return Effect.runSync(readEpisodeTable({ file: `episodes.${format}`, bytes }))
}

test.each(["csv", "ndjson"] as const)("the rows are read back as %s: nothing refused, nothing kept aside", (format) => {
  const { lines, unknownColumns } = readBack(format)
  expect(lines.map(({ row }) => row)).toEqual(rows)
  expect(unknownColumns).toEqual([])
})

test("the histories read from the table say of every episode what the events said", () => {
  const { histories, withoutMissingAt, stoodIn } = childHistories(readBack("csv").lines, {
    policy: rotherham,
    asOf: endsAt
  })
  expect([withoutMissingAt, stoodIn]).toEqual([[], { absence: 0, missing_from: 0, risk: 0 }])
  expect(histories.map(({ child }) => child)).toEqual(children.map(({ child }) => child))
  for (const [place, { state }] of histories.entries()) {
    const recorded = children[place]?.events.map((event) => event.recorded) ?? []
    expect(facts(state.episodes)).toEqual(facts(fold(recorded).episodes))
  }
})

test("the triggers can be read on them, and some are met", () => {
  const { histories } = childHistories(readBack("csv").lines, { policy: rotherham, asOf: endsAt })
  const fired = new Set(
    histories.flatMap(({ state }) => triggersFired(state, { calendars, now: endsAt }).map(({ rule }) => rule))
  )
  expect([...fired]).toContain("repeat-episodes")
})
