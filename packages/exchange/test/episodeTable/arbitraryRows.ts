import { CivilDay, Instant } from "@safe-return/domain/calendar"
import { absenceWords, missingFromWords, notDoneWords, RiskGrade, responseWords } from "@safe-return/domain/pathway"
import { caseStatusWords } from "@safe-return/domain/policy"
import type { EpisodeRow } from "@safe-return/exchange"
import fc from "fast-check"

const isText = (text: string): boolean => text !== "" && text.trim() === text
const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter(isText)
/** What CSV has rules for. */
const awkward = fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "a", " ", "é"), minLength: 1 }).filter(isText)
const code = (words: Readonly<Record<string, string>>) => fc.constantFrom(...Object.keys(words))
const instant = fc
  .integer({ min: CivilDay(-20_000) * 86_400_000, max: CivilDay(40_000) * 86_400_000 })
  .map((milliseconds) => Instant(milliseconds))

const row = fc.record(
  {
    episode_id: fc.oneof(text, awkward),
    child_ref: fc.integer({ min: 1, max: 30 }).map((number) => `LCS-${number}`),
    absence: code(absenceWords.words),
    missing_from: code(missingFromWords.words),
    case_status: code(caseStatusWords),
    area: fc.oneof(text, awkward),
    risk: fc.constantFrom(...RiskGrade.literals),
    missing_at: instant,
    reported_at: instant,
    notified_at: instant,
    found_at: instant,
    returned_at: instant,
    rhi_id: fc.oneof(text, awkward),
    rhi_offered_at: instant,
    rhi_response: code(responseWords.words),
    rhi_completed_at: instant,
    rhi_not_done: code(notDoneWords.words)
  },
  { requiredKeys: ["episode_id", "child_ref"] }
)

/** Rows as they may come: any cell blank but the two that must be given, any order of times. */
export const arbitraryRows = fc
  .uniqueArray(row, { selector: ({ episode_id }) => episode_id, minLength: 1, maxLength: 12 })
  .map((rows) => rows as unknown as ReadonlyArray<EpisodeRow>)
