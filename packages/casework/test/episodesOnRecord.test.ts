import { calendars } from "@safe-return/domain/calendar"
import { ChildReference, type ChildState, EpisodeId } from "@safe-return/domain/pathway"
import { type CaseStatus, rotherham } from "@safe-return/domain/policy"
import { type ScorecardRow, scorecardOf } from "@safe-return/domain/scorecard"
import { type EpisodeRow, readEpisodeTable, writeEpisodeTable } from "@safe-return/exchange"
import { type Profile, Profiles, type UnreadableRecord } from "@safe-return/journal"
import { Effect, Layer, Option, Result, Stream } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { Casework, UnknownReference } from "../src/Casework.ts"
import { Council, councilOn } from "../src/Council.ts"
import { episodesOnRecord } from "../src/episodesOnRecord.ts"
import { cases } from "../testing/arbitraryCase.ts"
import { at, missing, returned, tell } from "../testing/madeUpCase.ts"

interface OnRecord {
  readonly state: ChildState
  /** What is held beside it. */
  readonly caseStatus?: CaseStatus
  /** Whether the stream is read when it is asked for. */
  readonly isFinished: boolean
}

const onRecord = (record: ReadonlyMap<ChildReference, OnRecord>, unreadable: ReadonlyArray<UnreadableRecord> = []) => {
  const profiles = new Map<ChildReference, Profile>()
  for (const [child, { caseStatus }] of record) if (caseStatus !== undefined) profiles.set(child, { child, caseStatus })
  const services = Layer.mergeAll(
    Layer.mock(Casework, {
      unreadable: Effect.succeed(unreadable),
      children: Effect.succeed([...record.keys()]),
      active: Effect.succeed(
        new Map([...record].flatMap(([child, { state, isFinished }]) => (isFinished ? [] : [[child, state] as const])))
      ),
      get: (child) =>
        Option.match(Option.fromNullishOr(record.get(child)), {
          onNone: () => Effect.fail(new UnknownReference({ reference: child })),
          onSome: ({ state }) => Effect.succeed(state)
        })
    }),
    Layer.mock(Profiles, { findEach: () => Effect.succeed(profiles) }),
    Layer.succeed(Council, councilOn({ authority: "Training council", policy: rotherham }, calendars))
  )
  return Effect.runSync(Effect.result(Effect.provide(episodesOnRecord(), services)))
}

/** Written as a table and read again. */
const throughTable = (rows: ReadonlyArray<EpisodeRow>): ReadonlyArray<EpisodeRow> => {
  const text = Effect.runSync(Stream.mkString(writeEpisodeTable(Stream.fromIterable(rows), "csv")))
  const bytes = Stream.succeed(new TextEncoder().encode(text))
  return Effect.runSync(readEpisodeTable({ file: "episodes.csv", bytes })).lines.map(({ row }) => row)
}

const NOVEMBER = "2026-11"

const scorecardsOf = (rows: Iterable<ScorecardRow>) =>
  [at(20), at(200), at(2000)].map((asOf) =>
    Result.getOrThrow(scorecardOf(rows, { month: NOVEMBER, asOf, policy: rotherham }))
  )

const anyRecord = fc
  .array(
    fc.record({
      state: cases.map(({ state }) => state),
      caseStatus: fc.constantFrom("looked-after", "early-help", undefined),
      isFinished: fc.boolean()
    }),
    { maxLength: 6 }
  )
  .map(
    (children) =>
      new Map<ChildReference, OnRecord>(
        children.map(({ caseStatus, ...one }, number) => [
          ChildReference.make(`LCS-${10_432 + number}`),
          caseStatus === undefined ? one : { ...one, caseStatus }
        ])
      )
  )

it("the scorecard of the journal is the scorecard of the table that is written from it", () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      // Made-up children share the ids of their episodes, which a table does not allow.
      const rows = Result.getOrThrow(onRecord(record)).map((row, number) => ({
        ...row,
        episode_id: EpisodeId.make(`${row.episode_id}-${number}`)
      }))
      expect(scorecardsOf(throughTable(rows))).toEqual(scorecardsOf(rows))
    }),
    { numRuns: 60 }
  )
})

it("a finished child counts like an active one, by the case status that is held", () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const rows = Result.getOrThrow(onRecord(record))
      const active = new Map([...record].map(([child, one]) => [child, { ...one, isFinished: false }] as const))
      expect(rows).toEqual(Result.getOrThrow(onRecord(active)))
      for (const row of rows) expect(row.case_status).toBe(record.get(row.child_ref)?.caseStatus)
      expect(rows.map(({ child_ref }) => child_ref)).toEqual(rows.map(({ child_ref }) => child_ref).toSorted())
    }),
    { numRuns: 40 }
  )
})

it("there are no rows while a newer version recorded what cannot be read here", () => {
  const child = ChildReference.make("LCS-10432")
  const record = new Map([[child, { state: tell([missing(), returned(6)]).state, isFinished: false }]])
  expect(Result.getOrThrow(onRecord(record))).toHaveLength(1)
  const unread = { child, version: 2, position: 2, tag: "Newer", isReadInPart: false } as UnreadableRecord
  const refused = onRecord(record, [unread])
  expect(Result.isFailure(refused) && refused.failure.message).toContain("figures would be wrong")
})
