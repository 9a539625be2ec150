/** The council's policy, from the packs and files that the environment names. */
import { readFileSync, statSync } from "node:fs"
import {
  addDays,
  type CivilDay,
  formatCivilDay,
  Instant,
  londonDayOf,
  parseCivilDay
} from "@safe-return/domain/calendar"
import { isPackName, type Policy, policyInForce } from "@safe-return/domain/policy"
import {
  type BadInput,
  faultSentence,
  isPackLike,
  noSuchPack,
  readPack,
  readPolicy
} from "@safe-return/exchange/reading"
import { Clock, Effect, Option, Result } from "effect"

export const POLICY = "SAFE_RETURN_POLICY"

/** The pack of a council that sets none. */
const USUAL_PACK = "rotherham"

/** The policies that a council has given. */
export interface CouncilPolicies {
  /** The one in force on the day that was asked about. */
  readonly policy: Policy
  /** Every one of them, in the order in which they begin. */
  readonly policies: ReadonlyArray<Policy>
  /** What a person should see to in time, in sentences. */
  readonly notices: ReadonlyArray<string>
}

const isThere = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() === true

const sentencesOf = ({ faults }: BadInput): ReadonlyArray<string> => faults.map(faultSentence)

/** What cannot be read is not repeated: a secret may have been put in the wrong setting. */
const unreadable = (nth: number, of: number): string =>
  of === 1 ? "names a file that cannot be read" : `names a file that cannot be read, as number ${nth + 1} of ${of}`

const readOne = (name: string, nth: number, of: number): Result.Result<Policy, ReadonlyArray<string>> => {
  if (isPackName(name))
    return Result.mapBoth(readPack(name), { onSuccess: ({ policy }) => policy, onFailure: sentencesOf })
  if (!isThere(name)) {
    return Result.fail(
      isPackLike(name)
        ? sentencesOf(noSuchPack())
        : [`${unreadable(nth, of)}. Give its path from the folder the bot starts in, or the whole path`]
    )
  }
  return Result.try({ try: () => readFileSync(name, "utf8"), catch: () => [unreadable(nth, of)] }).pipe(
    Result.flatMap((text) =>
      Result.mapBoth(readPolicy(name, text), { onSuccess: ({ policy }) => policy, onFailure: sentencesOf })
    )
  )
}

const neighbouring = (date: string, days: number): string =>
  Option.match(parseCivilDay(date), { onNone: () => date, onSome: (day) => formatCivilDay(addDays(day, days)) })

/** Two that cannot be told apart, days that none of them governs, a change of calendar half way. */
const faultsBetween = (policies: ReadonlyArray<Policy>): ReadonlyArray<string> =>
  policies.slice(1).flatMap((next, index): ReadonlyArray<string> => {
    const earlier = policies.slice(0, index + 1)
    const last = policies[index] as Policy
    const end = earlier.some(({ effectiveTo }) => effectiveTo === undefined)
      ? undefined
      : earlier
          .map(({ effectiveTo = "" }) => effectiveTo)
          .toSorted()
          .at(-1)
    return [
      ...(earlier.some(({ id }) => id === next.id)
        ? [`names two policies with the id ${next.id}. Give each its own: an episode keeps it`]
        : []),
      ...(last.effectiveFrom === next.effectiveFrom
        ? [`names two policies that begin on ${next.effectiveFrom}, ${last.id} and ${next.id}. Leave one out`]
        : []),
      ...(end !== undefined && neighbouring(end, 1) < next.effectiveFrom
        ? [
            `leaves a gap: no policy is in force from ${neighbouring(end, 1)} to ${neighbouring(next.effectiveFrom, -1)}. Let one end later or the next begin earlier`
          ]
        : []),
      ...(last.interview.calendar.value === next.interview.calendar.value
        ? []
        : [
            `names policies with the bank holidays of two nations, ${last.id} and ${next.id}. Give all of them the same`
          ])
    ]
  })

const notInForce = (policies: ReadonlyArray<Policy>, date: string): string => {
  const next = policies.find(({ effectiveFrom }) => effectiveFrom > date)
  const last = policies.findLast(({ effectiveTo }) => effectiveTo !== undefined && effectiveTo < date)
  const why = [
    ...(last === undefined ? [] : [`${last.id} ended on ${last.effectiveTo}`]),
    ...(next === undefined ? [] : [`${next.id} begins on ${next.effectiveFrom}`])
  ].join(", and ")
  return `has no policy that is in force today, ${date}: ${why}. Name one for today too, separated by a comma`
}

/** That the last of them ends, and nobody has named what follows. */
const endingSoon = (policies: ReadonlyArray<Policy>): ReadonlyArray<string> => {
  if (policies.some(({ effectiveTo }) => effectiveTo === undefined)) return []
  const last = policies.toSorted((one, other) => ((one.effectiveTo ?? "") < (other.effectiveTo ?? "") ? -1 : 1)).at(-1)
  return last === undefined
    ? []
    : [
        `${POLICY}: ${last.id} ends on ${last.effectiveTo}, and no policy follows it. It stays in use until one is named.`
      ]
}

/** The policies of packs and files separated by commas, in the order in which they begin; or every fault in words. */
export const readPolicies = (text: string): Result.Result<ReadonlyArray<Policy>, ReadonlyArray<string>> => {
  const names = text
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean)
  if (names.length === 0) return Result.fail(["names no policy"])
  const read = names.map((name, nth) => readOne(name, nth, names.length))
  const faults = read.flatMap((one) => (Result.isFailure(one) ? one.failure : []))
  if (faults.length > 0) return Result.fail(faults)
  const policies = read
    .flatMap((one) => (Result.isSuccess(one) ? [one.success] : []))
    .toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1))
  const between = faultsBetween(policies)
  return between.length > 0 ? Result.fail(between) : Result.succeed(policies)
}

/** With the one in force on this day, which there must be. */
export const policiesNamed = (text: string, today: CivilDay): Result.Result<CouncilPolicies, ReadonlyArray<string>> =>
  Result.flatMap(readPolicies(text), (policies) =>
    Option.match(policyInForce(policies, today), {
      onNone: () => Result.fail([notInForce(policies, formatCivilDay(today))]),
      onSome: (policy) => Result.succeed({ policy, policies, notices: endingSoon(policies) })
    })
  )

/** Today's policies of the environment: a council that names none works by the usual pack. */
export const policiesIn = Effect.fn("policiesIn")(function* (values: Readonly<Record<string, string | undefined>>) {
  const today = londonDayOf(Instant(yield* Clock.currentTimeMillis))
  return policiesNamed(values[POLICY] ?? USUAL_PACK, today)
})
