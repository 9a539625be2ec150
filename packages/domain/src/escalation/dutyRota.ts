/** Who has the out-of-hours duty from when to when, as managers keep it: a stream of its own, beside any child's. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Instant } from "../calendar/instant.ts"
import { InstantFromIso } from "../calendar/instantFromIso.ts"
import { PersonId } from "../vocabulary/identifiers.ts"

export const DutyEvent = Schema.Union([
  Schema.TaggedStruct("DutyGiven", {
    dutyId: Schema.NonEmptyString,
    person: PersonId,
    from: InstantFromIso,
    /** The first moment that is not theirs any more. */
    until: InstantFromIso
  }),
  Schema.TaggedStruct("DutyTakenBack", { dutyId: Schema.NonEmptyString })
])
export type DutyEvent = typeof DutyEvent.Type

/** A change of the rota, with who made it and when. */
export const RecordedDuty = Schema.Struct({ recordedAt: InstantFromIso, recordedBy: PersonId, event: DutyEvent })
export type RecordedDuty = typeof RecordedDuty.Type

export interface Duty {
  readonly id: string
  readonly person: PersonId
  readonly from: Instant
  readonly until: Instant
}

export interface DutyRota {
  /** How many changes it has had; 0 where nobody keeps one. */
  readonly version: number
  /** The earliest first. */
  readonly duties: ReadonlyArray<Duty>
  /** Who changed it last. */
  readonly changedBy?: PersonId
}

export const emptyRota: DutyRota = { version: 0, duties: [] }

const dutiesAfter = (duties: ReadonlyArray<Duty>, event: DutyEvent): ReadonlyArray<Duty> => {
  if (event._tag === "DutyTakenBack") return duties.filter(({ id }) => id !== event.dutyId)
  const { dutyId: id, person, from, until } = event
  return [...duties, { id, person, from, until }].toSorted((a, b) => a.from - b.from || a.until - b.until)
}

/**
 * The rota as its changes leave it; `version` is their number.
 *
 * @param recorded in the order in which they were recorded, with times in epoch milliseconds
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { foldRota } from "@safe-return/domain/escalation"
 * import { PersonId } from "@safe-return/domain/pathway"
 *
 * const by = { recordedAt: utc(2026, 11, 20, 9), recordedBy: PersonId.make("manager-1") }
 * const duty = { dutyId: "duty-1", person: PersonId.make("manager-2"), from: utc(2026, 11, 20, 17) }
 * const given = { ...by, event: { _tag: "DutyGiven", ...duty, until: utc(2026, 11, 23, 9) } } as const
 * const { version, duties } = foldRota([given])
 * version // 1
 * duties.map(({ person }) => person) // ["manager-2"]
 * foldRota([given, { ...by, event: { _tag: "DutyTakenBack", dutyId: "duty-1" } }]).duties // []
 * ```
 */
export const foldRota = (recorded: ReadonlyArray<RecordedDuty>): DutyRota => {
  const last = recorded.at(-1)
  return {
    version: recorded.length,
    duties: recorded.reduce<ReadonlyArray<Duty>>((duties, { event }) => dutiesAfter(duties, event), []),
    ...(last === undefined ? {} : { changedBy: last.recordedBy })
  }
}

export type DutyCommand =
  | {
      readonly _tag: "GiveDuty"
      readonly dutyId: string
      readonly person: PersonId
      readonly from: Instant
      readonly until: Instant
    }
  | { readonly _tag: "TakeBackDuty"; readonly dutyId: string }

/** Why the rota stays as it is, with the field to look at and a sentence that says what to do. */
export interface DutyRefusal {
  readonly _tag: "DutyEndsFirst" | "DutyOver" | "DutyTwice" | "DutyUnknown"
  readonly field: "from" | "until" | "person" | "duty"
  readonly message: string
}

const refused = (_tag: DutyRefusal["_tag"], field: DutyRefusal["field"], message: string) =>
  Result.fail<DutyRefusal>({ _tag, field, message })

const overlaps = (one: Pick<Duty, "from" | "until">, other: Pick<Duty, "from" | "until">): boolean =>
  one.from < other.until && other.from < one.until

/**
 * What is recorded of a change of the rota, or why nothing is: the duty would end before it begins, would be over, is
 * that person's already, or is on the rota no more. Two people on duty at once are no fault. Nothing throws.
 *
 * @param command its times are epoch milliseconds; `until` is the first moment that is not theirs any more
 * @param now epoch milliseconds
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { decideDuty, emptyRota } from "@safe-return/domain/escalation"
 * import { PersonId } from "@safe-return/domain/pathway"
 * import { Result } from "effect"
 *
 * const duty = { dutyId: "duty-1", person: PersonId.make("manager-2"), from: utc(2026, 11, 20, 17) }
 * const given = { _tag: "GiveDuty", ...duty, until: utc(2026, 11, 23, 9) } as const
 * Result.map(decideDuty(emptyRota, given, utc(2026, 11, 20, 9)), ({ _tag }) => _tag) // success("DutyGiven")
 * Result.mapError(decideDuty(emptyRota, given, utc(2026, 11, 24)), ({ _tag }) => _tag) // failure("DutyOver")
 * ```
 */
export const decideDuty = (
  { duties }: DutyRota,
  command: DutyCommand,
  now: Instant
): Result.Result<DutyEvent, DutyRefusal> => {
  if (command._tag === "TakeBackDuty") {
    const { dutyId } = command
    return duties.some(({ id }) => id === dutyId)
      ? Result.succeed({ _tag: "DutyTakenBack", dutyId })
      : refused("DutyUnknown", "duty", "This duty is not on the rota any more. Nothing was changed.")
  }
  const { dutyId, person, from, until } = command
  if (until <= from) return refused("DutyEndsFirst", "until", "The duty ends before it begins. Give a later end.")
  if (until <= now) return refused("DutyOver", "until", "This duty would be over already. Give an end that is to come.")
  return duties.some((duty) => duty.person === person && overlaps(duty, command))
    ? refused(
        "DutyTwice",
        "person",
        "This person has the duty then already. Take that one off first, or change the times."
      )
    : Result.succeed({ _tag: "DutyGiven", dutyId, person, from, until })
}

/**
 * Who is on duty at a moment, each once: from the beginning, and no longer at the end.
 *
 * @param at epoch milliseconds
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { onDuty } from "@safe-return/domain/escalation"
 * import { PersonId } from "@safe-return/domain/pathway"
 *
 * const person = PersonId.make("manager-2")
 * const duty = { id: "duty-1", person, from: utc(2026, 11, 20, 17), until: utc(2026, 11, 23, 9) }
 * const rota = { version: 1, duties: [duty] }
 * onDuty(rota, utc(2026, 11, 20, 17)) // ["manager-2"]
 * onDuty(rota, utc(2026, 11, 23, 9)) // []
 * ```
 */
export const onDuty = ({ duties }: DutyRota, at: Instant): ReadonlyArray<PersonId> => [
  ...new Set(duties.filter(({ from, until }) => from <= at && at < until).map(({ person }) => person))
]

/**
 * The duties that are not over, the earliest first; one that goes on is among them.
 *
 * @param now epoch milliseconds
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { dutiesToCome } from "@safe-return/domain/escalation"
 * import { PersonId } from "@safe-return/domain/pathway"
 *
 * const person = PersonId.make("manager-2")
 * const duty = { id: "duty-1", person, from: utc(2026, 11, 20, 17), until: utc(2026, 11, 23, 9) }
 * const rota = { version: 1, duties: [duty] }
 * dutiesToCome(rota, utc(2026, 11, 21)).length // 1
 * dutiesToCome(rota, utc(2026, 11, 23, 9)).length // 0
 * ```
 */
export const dutiesToCome = ({ duties }: DutyRota, now: Instant): ReadonlyArray<Duty> =>
  duties.filter(({ until }) => until > now)

/**
 * Duties of two people at one time, which a manager may want or not. Those that are over are left out.
 *
 * @param now epoch milliseconds
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { dutyOverlaps } from "@safe-return/domain/escalation"
 * import { PersonId } from "@safe-return/domain/pathway"
 *
 * const person = PersonId.make("manager-2")
 * const duty = { id: "duty-1", person, from: utc(2026, 11, 20, 17), until: utc(2026, 11, 23, 9) }
 * const other = { ...duty, id: "duty-2", person: PersonId.make("manager-3"), from: utc(2026, 11, 22, 17) }
 * const overlaps = dutyOverlaps({ version: 2, duties: [duty, other] }, utc(2026, 11, 20))
 * overlaps.map(([one, two]) => [one.person, two.person]) // [["manager-2","manager-3"]]
 * ```
 */
export const dutyOverlaps = (rota: DutyRota, now: Instant): ReadonlyArray<readonly [Duty, Duty]> => {
  const toCome = dutiesToCome(rota, now)
  return toCome.flatMap((one, index) =>
    toCome.slice(index + 1).flatMap((other) => (overlaps(one, other) ? [[one, other] as const] : []))
  )
}
