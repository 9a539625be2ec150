/** One read of a conversation for everybody who looks in it for what was sent before that read began. */
import { Instant } from "@safe-return/domain/calendar"
import type { Address, MessageName } from "@safe-return/outreach"
import { Clock, Effect, Semaphore } from "effect"
import { FIRST_PAGE, findPosted, isReadBackTo, nameOf, readPage } from "./posting.ts"

/** How many conversations and threads are kept; the one read first is let go, and read again if need be. */
const REMEMBERED = 2_000

/** Slack does not know any more where we were. */
const isLost = ({ reason }: { readonly reason: string }): boolean => reason === "invalid_cursor"

interface ConversationRead {
  readonly beganAt: Instant
  /** Which timestamp each of our messages has that was read so far. */
  readonly sent: Map<string, string>
  /** Where it goes on; undefined once it was read whole. */
  next: string | undefined
  /** The message that was read last. */
  last: ReadonlyArray<{ readonly ts: string }>
  readonly turn: Semaphore.Semaphore
}

const placeOf = ({ channel, threadTs = "" }: Address): string => `${channel} ${threadTs}`
const idOf = (about: unknown, key: unknown): string => `${about} ${key}`

/** As {@link findPosted} of a message that was sent before a time which is over, with as many calls for all as for one. */
export const makeConversationReads = () => {
  const reads = new Map<string, ConversationRead>()

  const readOf = (address: Address, before: Instant, now: Instant): ConversationRead => {
    const place = placeOf(address)
    const known = reads.get(place)
    if (known !== undefined && known.beganAt >= before) return known
    const read: ConversationRead = {
      beganAt: now,
      sent: new Map(),
      next: FIRST_PAGE,
      last: [],
      turn: Semaphore.makeUnsafe(1)
    }
    reads.delete(place)
    reads.set(place, read)
    const [first] = reads.keys()
    if (reads.size > REMEMBERED && first !== undefined) reads.delete(first)
    return read
  }

  const readOn = Effect.fnUntraced(function* (address: Address, read: ConversationRead, cursor: string) {
    const { messages, next } = yield* Effect.tapError(readPage(address, cursor), (failed) =>
      Effect.sync(() => void (isLost(failed) && reads.delete(placeOf(address))))
    )
    for (const message of messages) {
      if (message.ts === undefined) continue
      const { about, key } = nameOf(message)
      const id = idOf(about, key)
      // The first that is read of a name is the one that a look of its own would find.
      if (!read.sent.has(id)) read.sent.set(id, message.ts)
      read.last = [{ ts: message.ts }]
    }
    read.next = next
  })

  return Effect.fn("conversationReads.find")(function* (
    address: Address,
    name: MessageName,
    since: Instant,
    before: Instant
  ) {
    const now = Instant(yield* Clock.currentTimeMillis)
    // The clock was put back since: a read that begins now does not show what was sent until then.
    if (now < before) return yield* findPosted(address, name, since)
    const read = readOf(address, before, now)
    const id = idOf(name.about, name.key)
    const isEnough = () => read.sent.has(id) || isReadBackTo(since, address, read.last)
    return yield* read.turn.withPermit(
      Effect.gen(function* () {
        while (read.next !== undefined && !isEnough()) yield* readOn(address, read, read.next)
        return read.sent.get(id)
      })
    )
  })
}
