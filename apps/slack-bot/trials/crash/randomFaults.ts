/**
 * Faults that come at random while bots are at work, several at once: Slack's, the network's, the journal's, the clock's.
 * Each begins at some moment, lasts for seconds of the machine's time, and ends.
 */
import { Instant } from "@safe-return/domain/calendar"
import type { ConnectionFault, Fault, SlackWorkspace } from "@safe-return/slack-testkit"
import type { KillableBot } from "../../test/endToEnd/killableBot.ts"
import type { CrashJournal } from "./CrashJournal.ts"

interface FaultyWorld {
  readonly workspace: SlackWorkspace
  readonly journal: CrashJournal
  readonly bots: () => ReadonlyArray<KillableBot>
  /** The time it is, as the bots' machines have it but for seconds. */
  readonly now: () => Instant
  readonly random: () => number
}

interface RandomFaults {
  /** How often each came. */
  readonly counts: ReadonlyMap<string, number>
  /** No more come, and all that are under way end. */
  readonly end: () => Promise<void>
}

type End = () => void | Promise<void>

interface FaultKind {
  readonly name: string
  /** Of several of one group there is one at a time. */
  readonly group: string
  readonly longestMs: number
  readonly begin: () => End | Promise<End>
}

/** How long it is until the next, at most. */
const NEXT_WITHIN_MS = 1_500
const MINUTE = 60_000
const MOST_JUMPED = 20 * MINUTE

const pick = <One>(from: ReadonlyArray<One>, random: () => number): One =>
  from[Math.trunc(random() * from.length)] as One

const opening = ["apps.connections.open"]
const aboutPeople = ["users.info", "usergroups.users.list"]
const limitable = [
  "chat.postMessage",
  "chat.update",
  "conversations.open",
  "conversations.history",
  "conversations.replies",
  ...aboutPeople
]

const page: Fault = { text: "<html>Sign in to the network</html>" }
const broken: ReadonlyArray<Fault> = [
  { status: 500 },
  { status: 503 },
  { dropped: "before" },
  { dropped: "after" },
  { error: "internal_error" },
  page
]
const refusals: ReadonlyArray<Fault> = [...broken, { error: "invalid_auth" }, { status: 429, retryAfterSeconds: 5 }]

const connectionFaults: ReadonlyArray<ConnectionFault> = [
  "handshake refused",
  "handshake unanswered",
  "no hello",
  "too many",
  "broken after hello",
  "silent after hello"
]

const nothingToEnd: End = () => {}

const kindsIn = ({ workspace, journal, bots, now, random }: FaultyWorld): ReadonlyArray<FaultKind> => {
  const { app, faults } = workspace
  const one = <One>(from: ReadonlyArray<One>) => pick(from, random)
  const seed = () => Math.trunc(random() * 1_000_000)
  const which = () => one(["oldest", "newest", "all"] as const)

  const slack: ReadonlyArray<Omit<FaultKind, "group">> = [
    {
      name: "refreshes fail",
      longestMs: 6_000,
      begin: () => {
        const { lift } = faults.plan({ methods: opening, fault: one(refusals) })
        app.disconnect("refresh_requested", which())
        return lift
      }
    },
    {
      name: "connections are refreshed",
      longestMs: 0,
      begin: () => {
        app.disconnect(one(["warning", "refresh_requested", "link_disabled", "too_many_websockets"]), which())
        return nothingToEnd
      }
    },
    {
      name: "connections break",
      longestMs: 0,
      begin: () => {
        app.breakConnections(which())
        return nothingToEnd
      }
    },
    {
      name: "connections hang",
      longestMs: 20_000,
      begin: () => {
        app.hangConnections(which())
        // Slack drops what does not answer its pings; the kit does not.
        return () => app.breakConnections("all")
      }
    },
    {
      name: "new connections go wrong",
      longestMs: 8_000,
      begin: () => {
        const { lift } = faults.planConnection({ fault: one(connectionFaults), chance: { share: 0.5, seed: seed() } })
        app.breakConnections(which())
        return lift
      }
    },
    {
      name: "one method is limited",
      longestMs: 12_000,
      begin: () => {
        const fault = { status: 429, retryAfterSeconds: 1 + Math.trunc(random() * 5) }
        return faults.plan({ methods: [one(limitable)], fault }).lift
      }
    },
    {
      name: "every method is limited",
      longestMs: 8_000,
      begin: () => faults.plan({ methods: limitable, fault: { status: 429, retryAfterSeconds: 2 } }).lift
    },
    {
      name: "people and groups cannot be asked for",
      longestMs: 12_000,
      begin: () => faults.plan({ methods: aboutPeople, fault: one(broken) }).lift
    },
    {
      name: "answers are broken",
      longestMs: 8_000,
      begin: () => faults.plan({ fault: one(broken), chance: { share: 0.4, seed: seed() } }).lift
    },
    {
      name: "deliveries go astray",
      longestMs: 8_000,
      begin: () => {
        const fault = one(["twice", "swapped", "lost", "answer lost"] as const)
        return faults.planDelivery({ fault, chance: { share: 0.3, seed: seed() } }).lift
      }
    }
  ]

  const clock: Omit<FaultKind, "group"> = {
    name: "a clock jumps",
    longestMs: 8_000,
    begin: () => {
      const bot = one(bots())
      bot.setClock(Instant(now() + Math.trunc((random() - 0.5) * 2 * MOST_JUMPED)))
      return () => bot.setClock(now())
    }
  }

  return [
    ...slack.map((kind) => ({ ...kind, group: kind.name })),
    { ...clock, group: "clock" },
    ...journal.faults.map((kind) => ({ ...kind, longestMs: 8_000, group: "journal" }))
  ]
}

export const startRandomFaults = (world: FaultyWorld): RandomFaults => {
  const { random } = world
  const kinds = kindsIn(world)
  const counts = new Map<string, number>()
  const over = new AbortController()
  const underWay = new Map<string, Promise<void>>()

  const pause = (millis: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(done, millis)
      function done() {
        clearTimeout(timer)
        over.signal.removeEventListener("abort", done)
        resolve()
      }
      over.signal.addEventListener("abort", done)
      if (over.signal.aborted) done()
    })

  const live = async ({ name, group, longestMs, begin }: FaultKind) => {
    counts.set(name, (counts.get(name) ?? 0) + 1)
    const end = await begin()
    await pause(random() * longestMs)
    await end()
    underWay.delete(group)
  }

  const coming = (async () => {
    while (!over.signal.aborted) {
      const kind = pick(
        kinds.filter(({ group }) => !underWay.has(group)),
        random
      )
      underWay.set(kind.group, live(kind))
      await pause(random() * NEXT_WITHIN_MS)
    }
  })()

  return {
    counts,
    end: async () => {
      over.abort()
      await coming
      await Promise.all(underWay.values())
    }
  }
}
