import { knownAt } from "@safe-return/casework"
import {
  assigned,
  at,
  completed,
  entriesOf,
  episodeId,
  found,
  manager,
  missing,
  offered,
  returned,
  type Told,
  tell
} from "@safe-return/casework/testing"
import { addHours, calendars, type Instant } from "@safe-return/domain/calendar"
import { lastOverdueMorning } from "@safe-return/domain/deadlines"
import { ChildReference, type ChildState, PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { emptyRoster, type Roster } from "@safe-return/outreach"
import { namedOn, overdueList, wordsOf } from "@safe-return/outreach/testing"
import { checkMessage } from "@safe-return/slack-testkit"
import { Option } from "effect"
import { describe, expect, it } from "vitest"
import { rendered, slackFingerprint } from "../messages/rendered.ts"

const another = PersonId.make("U0ANOTHER")

const council: Roster = { ...emptyRoster, holders: { ...emptyRoster.holders, "team-manager": [manager] } }

/** Back on Tuesday 24 November at 00:00: the 72 hours are over on Friday at 00:00. */
const home = [missing(), returned(6)]
const friday = at(87)
const monday = addHours(friday, 72)

const childOf = (number: number) => ChildReference.make(`LCS-${20_000 + number}`)
const givenTo = (person: PersonId, hours: number): Told => {
  const given = assigned(hours)
  return { ...given, command: { ...given.command, interviewer: person } as Told["command"] }
}

type Children = ReadonlyMap<ChildReference, ReadonlyArray<Told>>
const children = (...told: ReadonlyArray<ReadonlyArray<Told>>): Children =>
  new Map(told.map((one, index) => [childOf(index + 1), one]))

/** What Slack took of the lists, over time. */
const openTeam = () => {
  const delivered = new Map<DeliveryKey, Delivery>()
  const shown = new Map<DeliveryKey, string>()
  const look = (all: Children, now: Instant) => {
    const told = [...all].map(([child, told]) => [child, tell(told.filter((one) => one.now <= now))] as const)
    const states = new Map(told.map(([child, { state }]) => [child, state]))
    const morning = Option.getOrThrow(lastOverdueMorning(rotherham, now, calendars))
    const known = new Map(
      told.flatMap(([child, { recorded }]): ReadonlyArray<[ChildReference, ChildState]> => {
        const state = knownAt(entriesOf(recorded, child), morning)
        return state === undefined ? [] : [[child, state]]
      })
    )
    const named = namedOn(known, morning, { calendars })
    const rang: Array<DeliveryKey> = []
    for (const { key, message, keptCurrent } of overdueList({
      there: council,
      at: morning,
      named,
      states,
      delivered,
      now
    })) {
      expect(checkMessage(rendered(message()))).toEqual([])
      const isSent = delivered.has(key)
      if (isSent && !keptCurrent) continue
      if (!isSent) rang.push(key)
      const fingerprint = slackFingerprint(message())
      delivered.set(key, { _tag: "Sent", key, channel: "C1", ts: "1", fingerprint, sentAt: now })
      shown.set(key, wordsOf(rendered(message())))
    }
    return rang
  }
  return { look, shown, of: (end: string) => shown.get(`overdue:${end}`) ?? "" }
}

describe("what is still overdue on a working morning", () => {
  it("is one list to the channel", () => {
    const { look, of } = openTeam()
    const all = children([...home, assigned(7)], [...home, givenTo(another, 8)], home)
    expect(look(all, addHours(friday, -0.01))).toEqual([])
    expect(look(all, friday)).toEqual([`overdue:${friday}:all:1`])
    const words = of(`${friday}:all:1`)
    for (const number of [1, 2, 3]) expect(words).toContain(`*${childOf(number)}*`)
    expect(words).toContain("72 hours: Fri 27 Nov, 00:00 (9 h overdue)")
    expect(words).toContain(`<@${manager}>: as team manager`)
    expect(words).toContain("*not assigned*")
    // Not everybody in the channel may do these.
    for (const button of ["Assign interview", "Log interview"]) expect(words).not.toContain(button)
  })

  it("names an interview whose time is counted from the find, and says that it is provisional", () => {
    const { look, of } = openTeam()
    look(children([missing(), found(6)]), friday)
    expect(of(`${friday}:all:1`)).toContain("(provisional, 9 h overdue)")
  })

  it("names every one, the longest overdue first, on as many pages as it takes, and none twice", () => {
    const { look, shown } = openTeam()
    const many = children(
      ...Array.from({ length: 130 }, (_, n) => [missing(), returned(6 - (n % 7) / 10), assigned(7)])
    )
    look(many, friday)
    const pages = [...shown].filter(([key]) => /:all:\d+$/.test(key)).map(([, words]) => words)
    expect(pages).toHaveLength(6)
    const named = pages.flatMap((words) => [...words.matchAll(/\*LCS-\d+\*.*?\((\d+) h(?: (\d+) min)? overdue/g)])
    expect(new Set(named.map(([line]) => line.slice(0, 11))).size).toBe(130)
    expect(named).toHaveLength(130)
    const minutes = named.map(([, hours, rest]) => Number(hours) * 60 + Number(rest ?? 0))
    expect(minutes).toEqual(minutes.toSorted((one, other) => other - one))
  })

  it("shows through the day what became of each, on the page it was on, and rings for none of it", () => {
    const { look, of, shown } = openTeam()
    const later = [offered(88, "accepted"), completed(89)]
    const all = children([...home, assigned(7), ...later], [...home, assigned(7), offered(90, "declined")], home)
    look(all, friday)
    const before = of(`${friday}:all:1`)
    expect(look(all, at(88.5))).toEqual([])
    expect(of(`${friday}:all:1`)).toContain(", offered")
    expect(look(all, at(91))).toEqual([])
    expect(of(`${friday}:all:1`)).toContain(`:white_check_mark: *${childOf(1)}* · Interview completed`)
    expect(of(`${friday}:all:1`)).toContain(`:white_check_mark: *${childOf(2)}* · Interview declined`)
    expect(of(`${friday}:all:1`)).toContain(":rotating_light: Still overdue: 3")
    // Nothing but what happened changes it.
    const keys = [...shown.values()]
    look(all, at(92))
    expect([...shown.values()]).toEqual(keys)
    expect(before).not.toBe(of(`${friday}:all:1`))
  })

  it("is left as it was once the day is over, and said again on Monday with what is left", () => {
    const { look, of } = openTeam()
    const all = children([...home, assigned(7), offered(120, "accepted"), completed(121)], home)
    look(all, friday)
    const before = of(`${friday}:all:1`)
    expect(look(all, addHours(friday, 40))).toEqual([])
    expect(of(`${friday}:all:1`)).toBe(before)
    expect(look(all, monday)).toEqual([`overdue:${monday}:all:1`])
    expect(of(`${monday}:all:1`)).toContain(`*${childOf(2)}*`)
    expect(of(`${monday}:all:1`)).not.toContain(`*${childOf(1)}*`)
  })

  it("that could not be said on two mornings is said as it is on the later", () => {
    const { look } = openTeam()
    expect(look(children(home), addHours(monday, 3))).toEqual([`overdue:${monday}:all:1`])
  })

  it("that could not be said before the day was over is said all the same", () => {
    const { look } = openTeam()
    expect(look(children(home), addHours(friday, 30))).toHaveLength(1)
    expect(look(children(home), addHours(friday, 31))).toHaveLength(0)
  })

  it("is not said of what was settled before it could be", () => {
    const { look } = openTeam()
    expect(look(children([...home, assigned(7), offered(88, "declined")]), at(89))).toEqual([])
  })

  it("says who has an interview that was given on, and that one is not overdue after all", () => {
    const { look, of } = openTeam()
    const corrected: Told = {
      by: manager,
      now: at(90),
      command: { _tag: "CorrectEpisode", episodeId, reason: "mistyped", returnedAt: at(30) }
    }
    const all = children([...home, assigned(7), givenTo(another, 89)], [...home, corrected])
    look(all, friday)
    expect(look(all, at(91))).toEqual([])
    expect(of(`${friday}:all:1`)).toContain(`<@${another}>`)
    expect(of(`${friday}:all:1`)).toContain(`*${childOf(2)}* · not overdue after all · 72 hours: Sat 28 Nov`)
  })
})
