/** Who is away and who covers, as it is recorded. */
import { type CivilDay, type Instant, londonDayOf } from "@safe-return/domain/calendar"
import { type Availability, type Away, type CoverSpan, coverSpans } from "@safe-return/domain/escalation"
import type { PersonId } from "@safe-return/domain/pathway"
import { awayInWords, londonDay } from "@safe-return/wording"
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

const daysOf = ({ from, to }: CoverSpan): string => {
  if (to === undefined) return `from ${londonDay(from)}`
  return from === to ? londonDay(from) : `${londonDay(from)} to ${londonDay(to)}`
}

/** Whose days are all of an absence is named without them. */
const coversInWords = (covers: ReadonlyArray<CoverSpan>): string =>
  covers
    .map((span) => {
      const who = span.cover === undefined ? "nobody covers" : `${personInWords(span.cover)} covers`
      return covers.length === 1 ? who : `${who} ${daysOf(span)}`
    })
    .join("; ") || "nobody covers"

const line = ({ person, away, covers }: RecordedAbsence, today: CivilDay): string =>
  `• ${personInWords(person)} is ${awayInWords(away, today)}: ${coversInWords(covers)}.`

const listOf = (absences: ReadonlyArray<RecordedAbsence>, today: CivilDay): ReadonlyArray<KnownBlock> => {
  const more = absences.length - ABSENCES_SHOWN
  return [
    section(
      absences
        .slice(0, ABSENCES_SHOWN)
        .map((one) => line(one, today))
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
  return theirs.length === 0 ? [] : [header("Your leave and cover"), ...listOf(theirs, londonDayOf(now))]
}

/** Of everybody, for those who give out work and answer for it. */
export const absenceBlocks = ({ absences, now }: Omit<AbsenceFacts, "person">): ReadonlyArray<KnownBlock> =>
  absences.length === 0 ? [] : [header("Away, and who covers"), ...listOf(absences, londonDayOf(now))]
