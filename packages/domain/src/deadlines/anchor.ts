import * as Option from "effect/Option"
import type { Instant } from "../calendar/instant.ts"
import type { Policy } from "../policy/policy.ts"

/** The times of one episode that can start its clocks, kept apart. Epoch milliseconds; absent when not known. */
export interface AnchorTimes {
  readonly foundAt?: Instant | undefined
  readonly returnedAt?: Instant | undefined
  /** When the council was told that the child was missing. */
  readonly notifiedAt?: Instant | undefined
}

/** What started the clocks, and whether that may still move. */
export interface Anchor {
  readonly from: Instant
  readonly anchoredBy: "returned" | "found" | "notified"
  /** Counted from when the child was found, because the return is not recorded yet. */
  readonly provisional: boolean
}

/** The earliest sign that the child is no longer missing: a return of which no finding was reported is its own. */
const foundOf = ({ foundAt, returnedAt }: AnchorTimes): Option.Option<Anchor> =>
  foundAt !== undefined
    ? Option.some({ from: foundAt, anchoredBy: "found", provisional: false })
    : returnedAt !== undefined
      ? Option.some({ from: returnedAt, anchoredBy: "returned", provisional: false })
      : Option.none()

/** From the return; while it is not recorded, provisionally from the finding. */
const returnOf = ({ foundAt, returnedAt }: AnchorTimes): Option.Option<Anchor> =>
  returnedAt !== undefined
    ? Option.some({ from: returnedAt, anchoredBy: "returned", provisional: false })
    : foundAt !== undefined
      ? Option.some({ from: foundAt, anchoredBy: "found", provisional: true })
      : Option.none()

/** The later of the return and the council being told: a council cannot be late with what it was not told. */
const noticeOf = (times: AnchorTimes): Option.Option<Anchor> =>
  Option.map(returnOf(times), (anchor) =>
    times.notifiedAt !== undefined && times.notifiedAt > anchor.from
      ? { from: times.notifiedAt, anchoredBy: "notified", provisional: anchor.provisional }
      : anchor
  )

/**
 * From when the clocks of an episode run under the policy's `anchor`; none while the child is missing. `provisional`
 * is true while the clocks run from the finding because no return is recorded.
 *
 * The anchor is policy with its source there: the statutory guidance of January 2014 counts from the return.
 *
 * @param times epoch milliseconds; what is not known is absent
 * @param policy one that was checked: see `checkPolicy`
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { anchorOf } from "@safe-return/domain/deadlines"
 * import { rotherham } from "@safe-return/domain/policy"
 * import { Option } from "effect"
 *
 * const foundAt = utc(2026, 11, 21, 8)
 * Option.map(anchorOf({ foundAt, returnedAt: utc(2026, 11, 21, 9, 30) }, rotherham), ({ anchoredBy }) => anchoredBy) // some("returned")
 * Option.map(anchorOf({ foundAt }, rotherham), ({ anchoredBy, provisional }) => [anchoredBy, provisional]) // some(["found",true])
 * anchorOf({}, rotherham) // none()
 * ```
 */
export const anchorOf = (times: AnchorTimes, policy: Policy): Option.Option<Anchor> => {
  switch (policy.interview.anchor.value) {
    case "returned":
      return returnOf(times)
    case "found":
      return foundOf(times)
    case "notified":
      return noticeOf(times)
  }
}
