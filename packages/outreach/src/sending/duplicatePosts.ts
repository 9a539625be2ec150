/** A post whose answer came late may be there twice: it is looked for once more, and the one not on record goes. */
import type { Instant } from "@safe-return/domain/calendar"
import type { Deliveries, DeliverySubject } from "@safe-return/journal"
import { type Context, Effect } from "effect"
import { monotonicMillis } from "../clocks/monotonic.ts"
import type { Address, MessageName, Transport } from "./Transport.ts"

/** In milliseconds, a working choice: Slack does not say how late it may do what was no longer waited for. */
const LOOK_AFTER = 60_000

/** How many are looked for in one turn, so that news does not wait for it at Slack's limits. */
const AT_A_TIME = 10

interface RepeatedPost {
  readonly carrier: Transport
  readonly address: Address
  readonly name: MessageName
  /** From when on the first post may be there. */
  readonly since: Instant
}

export const makeDuplicatePosts = (deliveries: Context.Service.Shape<typeof Deliveries>) => {
  const waiting = new Map<RepeatedPost, number>()

  const takeAway = Effect.fnUntraced(function* ({ carrier, address, name, since }: RepeatedPost) {
    const sent = (yield* deliveries.of(name.about)).get(name.key)
    // One stays in any case: without one on record, none is taken away.
    if (sent?._tag !== "Sent" || carrier.takeAway === undefined) return
    const duplicate = yield* carrier.find(address, name, since, { besides: sent.ts })
    if (duplicate === undefined) return
    yield* carrier.takeAway(address, duplicate)
    yield* Effect.logWarning(`It was there twice, and one is taken away: ${name.key}`)
  })

  const lookFor = (repeated: RepeatedPost) =>
    Effect.matchEffect(takeAway(repeated), {
      onFailure: (failed) =>
        Effect.logWarning(`Not looked for a duplicate yet: ${repeated.name.key}. ${failed.message}`),
      onSuccess: () => Effect.sync(() => waiting.delete(repeated))
    })

  return {
    /** It was posted though it may have been there: noted, to be looked for. */
    note: (repeated: RepeatedPost) =>
      repeated.carrier.takeAway === undefined
        ? Effect.void
        : Effect.map(monotonicMillis, (now) => void waiting.set(repeated, now + LOOK_AFTER)),
    /** Looks for those whose time has come; for all of them, where they are not to be waited for. */
    look: Effect.fn("duplicatePosts.look")(function* (which: "due" | "all") {
      const now = yield* monotonicMillis
      const due = [...waiting].filter(([, from]) => which === "all" || from <= now).slice(0, AT_A_TIME)
      yield* Effect.forEach(due, ([repeated]) => lookFor(repeated), { discard: true })
    }),
    forget: (about: DeliverySubject): void => {
      for (const one of [...waiting.keys()]) if (one.name.about === about) waiting.delete(one)
    }
  }
}
