/** What should have been said, and until when at the latest. */
import type { Instant } from "@safe-return/domain/calendar"
import type { PostedMessage } from "../../test/endToEnd/postedMessages.ts"
import type { Silence } from "./Diary.ts"

export const MINUTE = 60_000

/** Some messages of one kind, each of which should be there once, in this order. */
export interface ExpectedMessages {
  readonly kind: string
  readonly about: string
  /** Whose conversation with the bot it belongs in; absent in the channel. */
  readonly to?: string
  readonly at: ReadonlyArray<Instant>
  readonly isIt: (posted: PostedMessage) => boolean
}

/** Those in which nothing could be said to this person; without one, in the channel. */
export const silencesFor = (silences: ReadonlyArray<Silence>, person?: string): ReadonlyArray<Silence> =>
  silences.filter(({ people }) => people === undefined || (person !== undefined && people.includes(person)))

/** Within a minute; where it falls into a time when nothing could be said, within a minute of its end. */
export const latest = (at: Instant, silences: ReadonlyArray<Silence>): number => {
  let by = at + MINUTE
  for (let again = true; again; ) {
    again = false
    for (const { from, until } of silences) {
      if (from >= by || until <= at || until + MINUTE <= by) continue
      by = until + MINUTE
      again = true
    }
  }
  return by
}

/** A deed within this time of a due time may have come before it or after. */
const CLOSE = 3 * MINUTE

export const isClose = (one: number, other: number | undefined): boolean =>
  other !== undefined && Math.abs(one - other) < CLOSE

/** A disappearance as those who had to do with it wrote it down. */
export interface Episode {
  readonly child: string
  readonly notified: Instant
  readonly acknowledged?: Instant
  readonly returned?: { readonly recordedAt: Instant; readonly returnedAt: Instant }
  readonly assigned?: { readonly at: Instant; readonly interviewer: string }
  readonly interviewed?: Instant
}
