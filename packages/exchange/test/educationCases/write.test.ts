import { CivilDay } from "@safe-return/domain/calendar"
import {
  type CmeCaseRow,
  cmeReasons,
  groundLetters,
  outcomeWords,
  PupilReference,
  sexWords,
  UNDECLARED,
  yearGroups
} from "@safe-return/domain/education"
import { readCmeCases, writeCmeCases } from "@safe-return/exchange"
import { Effect, Stream } from "effect"
import fc from "fast-check"
import { expect, test } from "vitest"
import { blocksOf } from "../reading.ts"

const isText = (text: string): boolean => text !== "" && text.trim() === text
/** What CSV has rules for. */
const text = fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "a", " ", "é"), minLength: 1 }).filter(isText)
const word = <Word extends string>(words: Readonly<Record<Word, string>>) =>
  fc.constantFrom(...(Object.keys(words) as Array<Word>))
const day = fc.integer({ min: -20_000, max: 40_000 }).map((days) => CivilDay(days))

const row = fc.record(
  {
    case_id: text,
    child_ref: fc.integer({ min: 1, max: 30 }).map((number) => PupilReference.make(`EDU-${number}`)),
    referred_on: day,
    since: day,
    area: text,
    source: text,
    ethnicity: fc.constantFrom("WROM", UNDECLARED),
    sex: word(sexWords.words),
    year_group: fc.constantFrom(...yearGroups),
    reason: fc.constantFrom(...cmeReasons),
    whereabouts: fc.constantFrom("known", "not-known"),
    closed_on: day,
    outcome: word(outcomeWords.words),
    ground: fc.constantFrom(...groundLetters)
  },
  { requiredKeys: ["case_id", "child_ref"] }
) as fc.Arbitrary<CmeCaseRow>

const arbitraryRows = fc.uniqueArray(row, { selector: ({ case_id }) => case_id, minLength: 1 })

test.each(["csv", "ndjson"] as const)("cases that are written as %s are read back the same", (format) => {
  fc.assert(
    fc.property(arbitraryRows, (rows) => {
      const written = Effect.runSync(Stream.mkString(writeCmeCases(Stream.fromIterable(rows), format)))
      const { lines } = Effect.runSync(readCmeCases({ file: `cases.${format}`, bytes: blocksOf(written) }))
      expect(lines.map(({ row }) => row)).toEqual(rows)
    })
  )
})
