/** What stands behind a policy's numbers: what is unconfirmed, what came later, what was checked too long ago. */
import { type CivilDay, yearMonthDay } from "../calendar/civilDay.ts"
import { type FieldPath, fieldOf } from "../faults/fieldOf.ts"
import type { Policy } from "./policy.ts"
import type { PolicyFault } from "./policyFault.ts"

/** A number or rule that is not confirmed. */
export interface UnverifiedSource {
  readonly field: string
  readonly source: string
}

/** A source that is newer than the policy that rests on it. */
export interface LaterSource {
  readonly name: string
  readonly since: string
  /** What rests on it, in the policy's order. */
  readonly fields: ReadonlyArray<string>
}

/** A source that was last checked longer ago than the policy allows. */
export interface StaleSource {
  readonly name: string
  readonly lastChecked: string
}

interface Citation extends UnverifiedSource {
  readonly verified: boolean
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

const citedIn = (value: unknown, path: FieldPath): ReadonlyArray<Citation> => {
  if (!isObject(value)) return []
  const { source, verified } = value
  if (typeof source === "string" && typeof verified === "boolean") return [{ field: fieldOf(path), source, verified }]
  return Object.entries(value).flatMap(([key, part]) =>
    citedIn(part, [...path, Array.isArray(value) ? Number(key) : key])
  )
}

/** Everything in the policy that names where it comes from, in the policy's order. */
export const citationsOf = (policy: Policy): ReadonlyArray<Citation> => citedIn(policy, [])

export const unverifiedIn = (cited: ReadonlyArray<Citation>): ReadonlyArray<UnverifiedSource> =>
  cited.flatMap(({ field, source, verified }) => (verified ? [] : [{ field, source }]))

const restsOn = (name: string, cited: ReadonlyArray<Citation>): ReadonlyArray<string> =>
  cited.filter(({ source }) => source.includes(name)).map(({ field }) => field)

/** Dates of this form are in order as texts: a year stands before each of its days. */
export const laterSourcesOf = (
  { effectiveFrom, sources = [] }: Policy,
  cited: ReadonlyArray<Citation>
): ReadonlyArray<LaterSource> =>
  sources.flatMap(({ name, since }) => {
    const fields = effectiveFrom >= since ? [] : restsOn(name, cited)
    return fields.length === 0 ? [] : [{ name, since, fields }]
  })

/** Citations that name none of the policy's sources: when those were last checked is not known. */
export const unlistedIn = ({ sources = [] }: Policy, cited: ReadonlyArray<Citation>): ReadonlyArray<UnverifiedSource> =>
  cited.flatMap(({ field, source }) => (sources.some(({ name }) => source.includes(name)) ? [] : [{ field, source }]))

const monthsBefore = (today: CivilDay, months: number): string => {
  const { year, month, day } = yearMonthDay(today)
  const count = year * 12 + (month - 1) - months
  const digits = (number: number, length: number) => String(number).padStart(length, "0")
  return `${digits(Math.floor(count / 12), 4)}-${digits((count % 12) + 1, 2)}-${digits(day, 2)}`
}

/** The sources whose last check is older, on this day, than the policy's number of months. */
export const staleSourcesOf = (
  { sources = [], sourceCheckMonths }: Policy,
  today: CivilDay
): ReadonlyArray<StaleSource> => {
  if (sourceCheckMonths === undefined) return []
  const oldest = monthsBefore(today, sourceCheckMonths.value)
  return sources.flatMap(({ name, lastChecked }) => (lastChecked < oldest ? [{ name, lastChecked }] : []))
}

/** A day that does not exist, a check before there was anything to check, one name twice. */
export const sourceFaults = (
  { sources = [] }: Policy,
  dayExists: (date: string) => boolean
): ReadonlyArray<PolicyFault> =>
  sources.flatMap(({ name, since, lastChecked }, index): ReadonlyArray<PolicyFault> => {
    const field = `sources[${index}]`
    return [
      ...(since.length < "2014-01-24".length || dayExists(since)
        ? []
        : [{ field: `${field}.since`, message: "This day does not exist" }]),
      ...(dayExists(lastChecked) ? [] : [{ field: `${field}.lastChecked`, message: "This day does not exist" }]),
      ...(lastChecked >= since
        ? []
        : [{ field: `${field}.lastChecked`, message: "This is before there was the source" }]),
      ...(sources.findIndex((other) => other.name === name) === index
        ? []
        : [{ field: `${field}.name`, message: `Another source is called ${name}` }])
    ]
  })
