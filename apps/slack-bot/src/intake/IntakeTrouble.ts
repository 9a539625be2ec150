/** What goes wrong as notifications come in: one message a sender, its counts renewed. */
import { formatInstant, Instant } from "@safe-return/domain/calendar"
import type { ChildReference } from "@safe-return/domain/pathway"
import { type Incident, Incidents, monotonicMillis } from "@safe-return/outreach"
import { londonDateTime } from "@safe-return/wording"
import { Clock, Context, Duration, Effect, Layer } from "effect"

/** After this a refusal gets its own message, because an edit shows on no phone; as long as the first rung waits. */
const TOLD_AGAIN_AFTER = Duration.minutes(10)

/** How often counts are renewed: Slack takes 50 edits a minute, and cards need them too. */
const RENEW_EVERY = Duration.seconds(5)

/** So many requests without any token or signature within ten minutes are no accident. */
const NAMELESS_REQUESTS = 10

/** More new children than this from one sender within a minute are one burst. A working choice: a council hears of a few a day. */
const MANY_CHILDREN = 5
const WITHIN = Duration.minutes(1)

/** How much of a list fits one section of a Slack message, with room for the sentence around it. */
const LIST_LENGTH = 2_000

interface NewChild {
  readonly child: ChildReference
  readonly isHighRisk: boolean
}

export class IntakeTrouble extends Context.Service<
  IntakeTrouble,
  {
    /** A report that may say that a child is missing or found was refused; by its references it is known when it comes again. */
    readonly refused: (sender: string, references?: ReadonlyArray<string>) => Effect.Effect<void>
    /** A report was taken: what had been refused of it is dealt with. */
    readonly taken: (sender: string, references: ReadonlyArray<string>) => Effect.Effect<void>
    /** A school's return was refused; by its references it is known when it comes again. */
    readonly returnRefused: (sender: string, references?: ReadonlyArray<string>) => Effect.Effect<void>
    /** A school's return was taken: what had been refused of it is dealt with. */
    readonly returnTaken: (sender: string, references: ReadonlyArray<string>) => Effect.Effect<void>
    /** News was refused, because it came under the police reference of another child. */
    readonly elsewhere: (sender: string, child: ChildReference) => Effect.Effect<void>
    /** A sender sends more a minute than it may. */
    readonly limited: (sender: string, perMinute: number) => Effect.Effect<void>
    /** A request came with no token or signature that we know; at once, where it looks like a report. */
    readonly unknownSender: (looksLikeReport: boolean) => Effect.Effect<void>
    /** A sender reported a child with no open disappearance. */
    readonly reported: (sender: string, newChild: NewChild) => Effect.Effect<void>
    /** The file of senders cannot be used; in a sentence why. Undefined once it can. */
    readonly sendersFile: (problem: string | undefined) => Effect.Effect<void>
  }
>()("@safe-return/slack-bot/IntakeTrouble") {}

interface Group {
  readonly place: string
  readonly began: number
  readonly since: Instant
  count: number
  raisedAt: number | undefined
  isNews: boolean
  /** It stands until a person answers, or each report has come again. */
  readonly isUntilAnswered: boolean
  words: (group: Group) => Incident
}

const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`)

const refusedWords =
  (sender: string) =>
  ({ count, place, since }: Group): Incident => {
    const reports = counted(count, "report", "reports")
    const from = `from the sender ${sender} since ${londonDateTime(since)}`
    return {
      kind: "report-refused",
      place,
      what: `${reports} ${from} could not be taken.`,
      remedy: "The sender was answered with what is wrong: ask those who run its system to mend it and send again.",
      duty: {
        sentence: `A report could not be taken: ring the police. ${reports} ${from} may be of a child who is missing, or who was found, and ${count === 1 ? "is" : "are"} not recorded here.`,
        inChannel: true,
        ringsAgain: true,
        untilAnswered: true
      }
    }
  }

/** So long people are told of a return that does not come again: a working choice, longer than a weekend. */
const RETURN_TOLD_FOR = Duration.days(4)

const returnRefusedWords =
  (sender: string) =>
  ({ count, place, since }: Group): Incident => {
    const returns = counted(count, "return", "returns")
    const said = `${returns} from the sender ${sender} since ${londonDateTime(since)}`
    return {
      kind: "return-refused",
      place,
      what: `${said} could not be taken.`,
      remedy: "The sender was answered with what is wrong: ask those who run its system to mend it and send again.",
      duty: {
        sentence: `${said} could not be taken. Ask the school what it reported: a child may be missing education and is not recorded here.`,
        team: "education",
        ringsAgain: true
      },
      lasts: RETURN_TOLD_FOR
    }
  }

const elsewhereWords =
  (sender: string, children: ReadonlySet<ChildReference>) =>
  ({ place, since }: Group): Incident => ({
    kind: "news-elsewhere",
    place,
    what: `The sender ${sender} sent news of ${counted(children.size, "child", "children")} under the police reference of another child since ${londonDateTime(since)}. It was refused.`,
    remedy: "The sender was answered with what is wrong, and people on duty were asked to ring the police.",
    duty: {
      sentence: `Ring the police: since ${londonDateTime(since)} the sender ${sender} sent news of ${[...children].join(", ")} under the police reference of another child. Ask which child it is about: nothing was recorded of either. The missing channel has what they said.`,
      ringsAgain: true,
      untilAnswered: true
    }
  })

const limitedWords =
  (sender: string, perMinute: number) =>
  ({ count, place, since }: Group): Incident => ({
    kind: "sender-limited",
    place,
    what: `The sender ${sender} sends more than its ${perMinute} notifications a minute: ${counted(count, "notification", "notifications")} beyond it since ${londonDateTime(since)}.`,
    remedy:
      "New reports of missing children are taken all the same; the rest is told to wait. Ask those who run the sender's system, or take its token out of the file of senders.",
    lasts: TOLD_AGAIN_AFTER
  })

const unknownWords = ({ count, place, since }: Group): Incident => ({
  kind: "sender-limited",
  place,
  what: `${counted(count, "request", "requests")} to the intake came without a token or signature that we know since ${londonDateTime(since)}.`,
  remedy:
    "If a sender's token was changed, put it right on both sides: its reports do not arrive. Otherwise keep the intake's address from the internet.",
  lasts: TOLD_AGAIN_AFTER
})

/** As many references as fit, children at high risk first. */
const listed = (children: ReadonlyArray<NewChild>): string => {
  const inOrder = [...children].sort((a, b) => Number(b.isHighRisk) - Number(a.isHighRisk))
  const words: Array<string> = []
  let length = 0
  for (const { child, isHighRisk } of inOrder) {
    const word = isHighRisk ? `${child} (high risk)` : child
    length += word.length + 2
    if (length > LIST_LENGTH) break
    words.push(word)
  }
  const more = inOrder.length - words.length
  return more > 0 ? `${words.join(", ")} and ${more} more` : words.join(", ")
}

const burstWords =
  (sender: string, children: ReadonlyArray<NewChild>) =>
  ({ place, since }: Group): Incident => ({
    kind: "many-reported",
    place,
    what: `${children.length} children were reported missing by the sender ${sender} since ${londonDateTime(since)}.`,
    remedy:
      "If these reports are not real, take the sender's token out of the file of senders. Each is alerted until a person ends it.",
    duty: {
      sentence: `${children.length} children were reported missing by the sender ${sender} since ${londonDateTime(since)}: ${listed(children)}. Each child's card follows, the highest risk first.`,
      inChannel: true
    },
    lasts: TOLD_AGAIN_AFTER
  })

/** What was refused is told of until it comes again, under the kind of incident it is. */
const refusedKinds = { "report-refused": refusedWords, "return-refused": returnRefusedWords }

const make = Effect.gen(function* () {
  const incidents = yield* Incidents
  const groups = new Map<string, Group>()
  const arrivals = new Map<string, Array<NewChild & { readonly at: number }>>()
  const bursts = new Map<Group, Array<NewChild>>()
  /** What each report was called that was refused, in memory alone. */
  const refusals = new Map<Group, Array<ReadonlyArray<string>>>()
  const misdirected = new Map<Group, Set<ChildReference>>()

  const isOpen = (place: string) =>
    Effect.map(incidents.open, (open) => open.some((incident) => incident.place === place))

  const groupOf = Effect.fnUntraced(function* (
    kind: string,
    sender: string,
    words: Group["words"],
    isUntilAnswered = false
  ) {
    const key = `${kind} ${sender}`
    const now = yield* monotonicMillis
    const known = groups.get(key)
    const isLately = known !== undefined && now - known.began < Duration.toMillis(TOLD_AGAIN_AFTER)
    if (known !== undefined && (isUntilAnswered ? yield* isOpen(known.place) : isLately)) {
      known.words = words
      return known
    }
    if (known !== undefined) {
      bursts.delete(known)
      refusals.delete(known)
      misdirected.delete(known)
    }
    const since = Instant(yield* Clock.currentTimeMillis)
    const group: Group = {
      // What comes later is another incident, told afresh: also after a restart, which forgets what was counted before.
      place: `${sender} ${formatInstant(since)}`,
      began: now,
      since,
      count: 0,
      raisedAt: undefined,
      isNews: false,
      isUntilAnswered,
      words
    }
    groups.set(key, group)
    return group
  })

  const raise = Effect.fnUntraced(function* (group: Group) {
    const isAnswered = group.isUntilAnswered && group.raisedAt !== undefined && !(yield* isOpen(group.place))
    group.raisedAt = yield* monotonicMillis
    group.isNews = false
    if (isAnswered) return
    yield* incidents.raise(group.words(group))
  })

  /** At once when there is nothing told yet, and then no oftener than people can read it. */
  const renew = Effect.fnUntraced(function* (group: Group) {
    const now = yield* monotonicMillis
    if (group.raisedAt === undefined || now - group.raisedAt >= Duration.toMillis(RENEW_EVERY))
      return yield* raise(group)
    group.isNews = true
  })

  const count = Effect.fnUntraced(function* (kind: string, sender: string, words: Group["words"], least = 1) {
    const group = yield* groupOf(kind, sender, words)
    group.count += 1
    if (group.count >= least) yield* renew(group)
  })

  const reported = Effect.fnUntraced(function* (sender: string, newChild: NewChild) {
    const now = yield* monotonicMillis
    const recent = (arrivals.get(sender) ?? []).filter(({ at }) => now - at < Duration.toMillis(WITHIN))
    recent.push({ ...newChild, at: now })
    arrivals.set(sender, recent)
    const open = groups.get(`burst ${sender}`)
    const isOpen = open !== undefined && now - open.began < Duration.toMillis(TOLD_AGAIN_AFTER)
    if (!isOpen && recent.length <= MANY_CHILDREN) return
    const group = yield* groupOf("burst", sender, (one) => burstWords(sender, bursts.get(one) ?? [])(one))
    const children = bursts.get(group) ?? (isOpen ? [] : recent.slice(0, -1))
    children.push(newChild)
    bursts.set(group, children)
    yield* renew(group)
  })

  const refused = Effect.fnUntraced(function* (
    kind: keyof typeof refusedKinds,
    sender: string,
    references: ReadonlyArray<string> = []
  ) {
    const group = yield* groupOf(kind, sender, refusedKinds[kind](sender), true)
    const waiting = refusals.get(group) ?? []
    refusals.set(group, [...waiting, references])
    group.count = waiting.length + 1
    yield* renew(group)
  })

  const taken = Effect.fnUntraced(function* (
    kind: keyof typeof refusedKinds,
    sender: string,
    references: ReadonlyArray<string>
  ) {
    const group = groups.get(`${kind} ${sender}`)
    const waiting = group && refusals.get(group)
    if (group === undefined || waiting === undefined || !(yield* isOpen(group.place))) return
    const left = waiting.filter((one) => !one.some((reference) => references.includes(reference)))
    if (left.length === waiting.length) return
    refusals.set(group, left)
    group.count = left.length
    if (left.length > 0) return yield* raise(group)
    yield* incidents.end(kind, "What could not be taken came again, and is recorded.", group.place)
  })

  const elsewhere = Effect.fnUntraced(function* (sender: string, child: ChildReference) {
    const words: Group["words"] = (group) => elsewhereWords(sender, misdirected.get(group) ?? new Set())(group)
    const group = yield* groupOf("elsewhere", sender, words, true)
    misdirected.set(group, new Set(misdirected.get(group)).add(child))
    yield* renew(group)
  })

  const renewAll = Effect.suspend(() =>
    Effect.forEach(
      [...groups.values()].filter(({ isNews }) => isNews),
      raise,
      { discard: true }
    )
  )
  yield* Effect.forkScoped(Effect.forever(Effect.andThen(Effect.sleep(RENEW_EVERY), renewAll)))

  return IntakeTrouble.of({
    refused: (sender, references) => refused("report-refused", sender, references),
    taken: (sender, references) => taken("report-refused", sender, references),
    returnRefused: (sender, references) => refused("return-refused", sender, references),
    returnTaken: (sender, references) => taken("return-refused", sender, references),
    elsewhere,
    limited: (sender, perMinute) => count("limited", sender, limitedWords(sender, perMinute)),
    unknownSender: (looksLikeReport) =>
      count("unknown", "unknown", unknownWords, looksLikeReport ? 1 : NAMELESS_REQUESTS),
    reported,
    sendersFile: (problem) =>
      problem === undefined
        ? incidents.end("senders-unreadable", "The file of senders is read again.")
        : incidents.raise({
            kind: "senders-unreadable",
            what: `${problem} The senders it named before may go on sending.`,
            remedy: "Mend the file that SAFE_RETURN_INTAKE_SENDERS names; it is read again by itself."
          })
  })
})

export const intakeTroubleLayer = Layer.effect(IntakeTrouble, make)
