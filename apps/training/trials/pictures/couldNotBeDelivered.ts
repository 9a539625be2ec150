import { addHours, utc } from "@safe-return/domain/calendar"
import { ChildReference } from "@safe-return/domain/pathway"
import { Deliveries } from "@safe-return/journal"
import { lowdbLayer } from "@safe-return/journal/files"
import { Effect } from "effect"

/** By kind, the fault as it is named. */
const made = [
  ["card", "is_archived"],
  ["reminder", "http_503"],
  ["trigger", "channel_not_found"],
  ["ladder", "not-delivered"],
  ["reminder", "account_deactivated"],
  ["interviewer-alert", "account_deactivated"]
] as const

/** Keeps messages as given up, in the journal of a workspace that does not run. */
export const couldNotBeDelivered = (directory: string) =>
  Effect.gen(function* () {
    const deliveries = yield* Deliveries
    const since = utc(2026, 11, 19, 6)
    for (const [nth, [kind, reason]] of made.entries()) {
      const key = `${kind}:made-up-${nth}`
      const at = addHours(since, nth)
      yield* deliveries.keep(ChildReference.make(`LCS-9000${nth}`), { _tag: "Undelivered", key, reason, since: at, at })
    }
  }).pipe(Effect.provide(lowdbLayer({ directory })), Effect.runPromise)
