/** The times in which a council tries the bot out: what would be sent is kept apart, and nothing is sent. */
import { type Instant, InstantFromIso } from "@safe-return/domain/calendar"
import { Schema } from "effect"

/** How the times of shadow are kept, whatever they are kept in. */
export const KeptShadows = Schema.Struct({
  periods: Schema.Array(Schema.Struct({ from: InstantFromIso, until: Schema.optionalKey(InstantFromIso) }))
})

export interface ShadowPeriod {
  readonly from: Instant
  /** When the council went live; absent while the shadow lasts. */
  readonly until?: Instant
}

export const openShadow = (periods: ReadonlyArray<ShadowPeriod>): ShadowPeriod | undefined =>
  periods.find(({ until }) => until === undefined)

/** The same where a shadow lasts already, also from another start. */
export const withShadowBegun = (periods: ReadonlyArray<ShadowPeriod>, now: Instant): ReadonlyArray<ShadowPeriod> =>
  openShadow(periods) === undefined ? [...periods, { from: now }] : periods

/** The same where no shadow lasts. */
export const withShadowEnded = (periods: ReadonlyArray<ShadowPeriod>, now: Instant): ReadonlyArray<ShadowPeriod> =>
  openShadow(periods) === undefined
    ? periods
    : periods.map((period) => (period.until === undefined ? { ...period, until: now } : period))

/** A shadow beside a live bot is none: what was kept in it was sent. The same where no shadow lasts. */
export const withoutOpenShadow = (periods: ReadonlyArray<ShadowPeriod>): ReadonlyArray<ShadowPeriod> =>
  openShadow(periods) === undefined ? periods : periods.filter(({ until }) => until !== undefined)

/** How the key of everything that is kept in shadow begins. */
export const SHADOWED = "shadowed:"

/** What is kept in shadow stands beside what was sent, and never in its place. */
export const shadowedKey = (key: string): string => `${SHADOWED}${key}`

/** The key it would have been sent under; undefined for what was sent. */
export const keyOfShadowed = (key: string): string | undefined =>
  key.startsWith(SHADOWED) ? key.slice(SHADOWED.length) : undefined
