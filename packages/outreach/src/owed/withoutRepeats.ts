/** Of several messages that ask one reader for the same, the newest stands alone. */
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { type MessageKind, messageKindOf } from "../message/messageKinds.ts"
import { type OwedMessage, whenAsked } from "./OwedMessage.ts"

/** Stages that ask for something else than the interview itself. */
const ofTheirOwn: ReadonlySet<string> = new Set(["no-return-time", "not-offered", "plan-passed", "considerations"])

/** What a message asks for, where a later one may ask for it too; undefined where none does. */
export const askOf = ({ key, place }: OwedMessage): string | undefined => {
  const reader = place._tag === "Person" ? place.person : place._tag
  const [, first = "", second = ""] = key.split(":")
  switch (messageKindOf(key)) {
    case "reminder":
      return `${ofTheirOwn.has(second) ? second : "interview"} ${first} ${reader}`
    case "worker-alert":
    case "coordinator-alert":
    case "ladder":
    case "alert":
    case "moved":
      return `alert ${first} ${reader}`
    case "missing-after-all":
      return `alert ${second} ${reader}`
    case "considerations":
      return `considerations ${first} ${reader}`
    case "interview-given-up":
      return `interview ${second} ${reader}`
    default:
      return undefined
  }
}

/** Of alerts that came at one moment, which says most. */
const weights: Readonly<Partial<Record<MessageKind, number>>> = {
  "coordinator-alert": -1,
  "worker-alert": 1,
  alert: 2,
  moved: 2,
  "missing-after-all": 2,
  "interview-given-up": 1
}

const weightOf = ({ key }: OwedMessage): number => weights[messageKindOf(key) ?? "ladder"] ?? 0

/** A message that rings later stands in place of every earlier one: it is never ended by what came before it. */
const isLater = (one: OwedMessage, other: OwedMessage): boolean => {
  const later = (one.owedSince ?? 0) - (other.owedSince ?? 0)
  return later === 0 ? weightOf(one) >= weightOf(other) : later > 0
}

/** What the worker has to do stands there alone; to acknowledge it is asked in the newest. */
const alwaysStands = ({ key }: OwedMessage): boolean => messageKindOf(key) === "worker-alert"

/** A person who comes to them late is sent the newest alone. */
const isOfQuestions = (ask: string | undefined): boolean => ask?.startsWith("considerations ") === true

/** That an interview was given up says by itself that nobody has it: what fell due by then does not ring too. */
const isGivenUp = ({ key }: OwedMessage): boolean => messageKindOf(key) === "interview-given-up"

const askedLater = (one: OwedMessage): OwedMessage => ({
  ...one,
  message: whenAsked(() => {
    const message = one.message()
    return message._tag === "MissingAlert" ? { ...message, isAnswered: true } : message
  })
})

interface Repeats {
  readonly owed: ReadonlyArray<OwedMessage>
  /** What was sent and is asked in a later message. */
  readonly repeated: ReadonlySet<DeliveryKey>
}

/** What was sent stands until a newer message is there to ask in its place. */
export const withoutRepeats = (
  owed: ReadonlyArray<OwedMessage>,
  delivered: ReadonlyMap<DeliveryKey, Delivery>
): Repeats => {
  const newest = new Map<string, OwedMessage>()
  for (const one of owed) {
    const ask = askOf(one)
    const known = ask === undefined ? undefined : newest.get(ask)
    if (ask !== undefined && (known === undefined || isLater(one, known))) newest.set(ask, one)
  }
  const isSent = (key: DeliveryKey): boolean => delivered.get(key)?._tag === "Sent"
  const repeated = new Set<DeliveryKey>()
  const left = owed.flatMap((one) => {
    const ask = askOf(one)
    const last = ask === undefined ? one : (newest.get(ask) ?? one)
    if (last === one) return [one]
    if (!isSent(one.key) && (isOfQuestions(ask) || isGivenUp(last))) return []
    if (!isSent(one.key) || !isSent(last.key)) return [one]
    if (alwaysStands(one)) return [askedLater(one)]
    repeated.add(one.key)
    return []
  })
  return { owed: left, repeated }
}
