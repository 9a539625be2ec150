/** Links between made-up references, and rows of other systems' tables. */
import { civilDay, utc } from "@safe-return/domain/calendar"
import { type JoinedUpEvent, LinkId, StrandRowId } from "@safe-return/domain/joinedUp"
import { EventId, PersonId } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { type JoinedUpEntry, JoinedUpRecords, type StreamReferences } from "../src/index.ts"
import { pupil } from "./madeUpCases.ts"
import { child } from "./syntheticEvents.ts"

const by = PersonId.make("UMADEUP1")

/** The nth event of a made-up link: confirmed, undone, confirmed once more and so on. */
const linkEvent = (number: number, education: string, socialCare: string): JoinedUpEvent => {
  const linkId = LinkId.make(`link-${Math.ceil(number / 2)}`)
  return number % 2 === 0
    ? { _tag: "LinkUndone", linkId, undoneBy: by, undoneOn: civilDay(2026, 9, 11) }
    : {
        _tag: "LinkConfirmed",
        linkId,
        educationReference: pupil(education),
        socialCareReference: child(socialCare),
        confirmedBy: by,
        confirmedOn: civilDay(2026, 9, 10)
      }
}

const entry = (number: number, event: JoinedUpEvent): JoinedUpEntry => ({
  id: EventId.make(`join-${number}`),
  recorded: { recordedAt: utc(2026, 9, 10, 9, number), recordedBy: by, event }
})

export const linkEntries = (education: string, socialCare: string, count: number): ReadonlyArray<JoinedUpEntry> =>
  Array.from({ length: count }, (_, index) => entry(index + 1, linkEvent(index + 1, education, socialCare)))

const append = (about: StreamReferences, expected: number, entries: ReadonlyArray<JoinedUpEntry>) =>
  Effect.flatMap(JoinedUpRecords, (records) => records.append(about, expected, entries))

export const recordLink = (education: string, socialCare: string, count: number, expected = 0) =>
  append(
    { education: pupil(education), socialCare: child(socialCare) },
    expected,
    linkEntries(education, socialCare, expected + count).slice(expected)
  )

export const exclusionEntry = (education: string): JoinedUpEntry =>
  entry(1, {
    _tag: "ExclusionRecorded",
    rowId: StrandRowId.make("row-1"),
    child_ref: pupil(education),
    kind: "suspension",
    from: civilDay(2026, 3, 4)
  })

export const recordExclusion = (education: string) =>
  append({ education: pupil(education) }, 0, [exclusionEntry(education)])

export const recordIndicator = (socialCare: string) =>
  append({ socialCare: child(socialCare) }, 0, [
    entry(1, {
      _tag: "IndicatorRecorded",
      rowId: StrandRowId.make("row-1"),
      child_ref: child(socialCare),
      kind: "criminal-exploitation"
    })
  ])
