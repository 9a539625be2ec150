/** Who is away and who covers, as it is recorded. */
import { type CivilDay, type Instant, londonDayOf } from "@safe-return/domain/calendar"
import { type Availability, type Away, type CoverSpan, coverSpans } from "@safe-return/domain/escalation"
import type { PersonId } from "@safe-return/domain/pathway"
import { awayInWords, type DateWords, datesSeenFrom } from "@safe-return/wording"
import type { KnownBlock } from "@slack/types"
import { context, header, section } from "../blocks/blocks.ts"
import { personInWords } from "../words/person.ts"

/** Shown at most, the next first: a section of Slack's holds 3,000 characters. */
const ABSENCES_SHOWN = 15

/** A time away that is not over, with who covers when. */
export interface RecordedAbsence {
  readonly person: PersonId
  readonly away: Away
  readonly covers: ReadonlyArray<CoverSpan>
}

interface AbsenceFacts {
  readonly absences: ReadonlyArray<RecordedAbsence>
  readonly person: PersonId
  readonly now: Instant
}

export const absencesFrom = (
  today: CivilDay,
  known: ReadonlyMap<PersonId, Availability>
): ReadonlyArray<RecordedAbsence> =>
  [...known]
    .flatMap(([person, { away }]) =>
      away
        .filter(({ to }) => to === undefined || to >= today)
        .map((one) => ({ person, away: one, covers: coverSpans(person, one, known) }))
    )
    .toSorted((one, other) => one.away.from - other.away.from)

const daysOf = ({ from, to }: CoverSpan, { day }: DateWords): string => {
  if (to === undefined) return `from ${day(from)}`
  return from === to ? day(from) : `${day(from)} to ${day(to)}`
}

/** Whose days are all of an absence is named without them. */
const coversInWords = (covers: ReadonlyArray<CoverSpan>, dates: DateWords): string =>
  covers
    .map((span) => {
      const who = span.cover === undefined ? "nobody covers" : `${personInWords(span.cover)} covers`
      return covers.length === 1 ? who : `${who} ${daysOf(span, dates)}`
    })
    .join("; ") || "nobody covers"

const line = ({ person, away, covers }: RecordedAbsence, now: Instant): string => {
  const dates = datesSeenFrom(now)
  return `• ${personInWords(person)} is ${awayInWords(away, londonDayOf(now), dates)}: ${coversInWords(covers, dates)}.`
}

const listOf = (absences: ReadonlyArray<RecordedAbsence>, now: Instant): ReadonlyArray<KnownBlock> => {
  const more = absences.length - ABSENCES_SHOWN
  return [
    section(
      absences
        .slice(0, ABSENCES_SHOWN)
        .map((one) => line(one, now))
        .join("\n")
    ),
    ...(more > 0 ? [context(`And ${more} more, later.`)] : [])
  ]
}

/** Of the reader: when they are away, and who they cover for. */
export const ownAbsenceBlocks = ({ absences, person, now }: AbsenceFacts): ReadonlyArray<KnownBlock> => {
  const theirs = absences.filter(
    (one) => one.person === person || one.covers.some(({ cover }) => cover !== undefined && cover === person)
  )
  return theirs.length === 0 ? [] : [header("Your leave and cover"), ...listOf(theirs, now)]
}

/** Of everybody, for those who give out work and answer for it. */
export const absenceBlocks = ({ absences, now }: Omit<AbsenceFacts, "person">): ReadonlyArray<KnownBlock> =>
  absences.length === 0 ? [] : [header("Away, and who covers"), ...listOf(absences, now)]
