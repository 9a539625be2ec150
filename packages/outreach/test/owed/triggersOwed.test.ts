import {
  assigned,
  at,
  child,
  completed,
  entriesOf,
  found,
  manager,
  missing,
  offered,
  returned,
  type Told,
  tell,
  worker
} from "@safe-return/casework/testing"
import { calendars, type Instant } from "@safe-return/domain/calendar"
import { EpisodeId } from "@safe-return/domain/pathway"
import type { Delivery } from "@safe-return/journal"
import { describe, expect, it } from "vitest"
import { urgencies } from "../../src/owed/OwedMessage.ts"
import { owedMessages } from "../../src/owed/owed.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster } from "../../src/recipients/Roster.ts"

const plain = makePlainTextRenderer((person) => person)

const nth = (number: number) => ({ id: EpisodeId.make(`episode-${number}`), reference: `SYP-2026-000000${number}` })

const owedAt = (told: ReadonlyArray<Told>, now: Instant, announceFrom: Instant = at(-100), toWorker = false) => {
  const { state, recorded } = tell(told)
  expect(recorded.length).toBeGreaterThan(0)
  return owedMessages({
    child,
    state,
    entries: [],
    delivered: new Map(),
    there: emptyRoster,
    calendars,
    announceFrom,
    now,
    ...(toWorker ? { allocatedWorker: worker } : {})
  }).filter(({ key }) => key.startsWith("trigger:"))
}

const keysAt = (...parameters: Parameters<typeof owedAt>) => owedAt(...parameters).map(({ key }) => key)

it("what a trigger says must be done waits behind a deadline", () => {
  const now = at(6 + 48.1)
  const { state } = tell([missing(0), returned(6)])
  const told = { child, state, entries: [], delivered: new Map(), there: emptyRoster, calendars }
  const owed = owedMessages({ ...told, announceFrom: at(-100), now })
  const rankOf = (start: string) =>
    owed.filter(({ key }) => key.startsWith(start)).map(({ urgency }) => urgencies.indexOf(urgency))[0] ?? Number.NaN
  expect(rankOf("trigger:offer-late")).toBeGreaterThan(rankOf("reminder:episode-1:24h"))
  expect(rankOf("trigger:offer-late")).toBeLessThan(rankOf("reminder:episode-1:no-interviewer"))
})

describe("triggers that are owed", () => {
  const three = [missing(0, nth(1)), missing(10, nth(2)), missing(20, nth(3))]
  const four = [...three, missing(22, nth(4))]
  const repeats = "trigger:repeat-episodes:episode-1+episode-2+episode-3"

  it("come once their evidence is whole, to the channel alone", () => {
    expect(keysAt(three.slice(0, 2), at(22))).toEqual([])
    expect(keysAt(three, at(22))).toEqual([repeats])
    const [toChannel, ...more] = owedAt(three, at(22), at(-100), true)
    expect([toChannel?.place, more]).toEqual([{ _tag: "MissingChannel" }, []])
  })

  it("that grew before they could be sent are told once, with all the evidence", () => {
    const [grown, ...more] = owedAt(four, at(23), at(-100), true)
    expect(grown?.key).toBe(`${repeats}+episode-4`)
    expect(grown?.supersedes).toEqual([repeats])
    expect(more).toEqual([])
  })

  it("are not said again under another key once two of the episodes turn out to be one", () => {
    const merged: Told = {
      by: manager,
      now: at(24),
      command: { _tag: "MergeDuplicate", episodeId: nth(3).id, duplicateId: nth(4).id }
    }
    const said = keysAt(four, at(23))
    expect(said).toEqual([`${repeats}+episode-4`])
    const { state } = tell([...four, merged])
    const sent = said.map((key): [string, Delivery] => [
      key,
      { _tag: "Sent", key, channel: "C1", ts: "1", fingerprint: "", sentAt: at(23) }
    ])
    const told = { child, state, entries: [], there: emptyRoster, calendars, announceFrom: at(-100), now: at(24.5) }
    const keys = owedMessages({ ...told, delivered: new Map(sent) }).map(({ key }) => key)
    expect(keys.filter((key) => key.startsWith("trigger:repeat"))).toEqual(said)
  })

  it("are not said of a trigger that a person has decided on", () => {
    const decided = (by: number): Told => ({
      by: manager,
      now: at(by),
      command: {
        _tag: "DecideOnTrigger",
        episodeId: nth(3).id,
        trigger: repeats.slice("trigger:".length),
        level: "must",
        answer: "yes",
        reason: "A meeting is arranged.",
        isManagerApart: true
      }
    })
    expect(keysAt([...three, decided(21)], at(22))).toEqual([])
  })

  it("end in words in the channel once they are decided on or put right", () => {
    const sent = new Map([
      [repeats, { _tag: "Sent", key: repeats, channel: "C1", ts: "1", fingerprint: "", sentAt: at(22) }]
    ] as const)
    const shown = (...steps: ReadonlyArray<Told>) => {
      const { state, recorded } = tell([...three, ...steps])
      const snapshot = {
        child,
        state,
        entries: entriesOf(recorded),
        there: emptyRoster,
        calendars,
        announceFrom: at(-100)
      }
      return owedMessages({ ...snapshot, delivered: sent as ReadonlyMap<string, Delivery>, now: at(30) })
        .filter(({ key }) => key === repeats)
        .map(({ place, message }) => [place._tag, message()])
    }
    const byManager = (command: Told["command"]): Told => ({ by: manager, now: at(24), command })
    const decision = byManager({
      _tag: "DecideOnTrigger",
      episodeId: nth(3).id,
      trigger: repeats.slice("trigger:".length),
      level: "consider",
      answer: "yes",
      reason: "A meeting is arranged.",
      isManagerApart: true
    })
    expect(shown()).toMatchObject([["MissingChannel", { _tag: "TriggerAlert" }]])
    expect(shown(decision)).toMatchObject([
      ["MissingChannel", { _tag: "DecisionOver", decided: [{ by: manager, at: at(24) }] }]
    ])
    const wrong = byManager({ _tag: "CancelEpisode", episodeId: nth(2).id, reason: "recorded-in-error" })
    expect(shown(wrong).map(([place, message]) => [place, message])).toMatchObject([
      ["MissingChannel", { _tag: "DecisionOver" }]
    ])
  })

  it("say the year of a last-seen time that was long ago when it was reported", () => {
    const late = missing(-365 * 24)
    const reported: Told = { ...late, now: at(1) }
    const words = owedAt([reported], at(2)).map(({ message }) => plain.render(message()).lines.join(" "))
    expect(words).toHaveLength(1)
    expect(words[0]).toContain("Last seen Sun 23 Nov 2025, 18:00")
    expect(owedAt([missing()], at(40)).map(({ message }) => plain.render(message()).lines.join(" "))[0]).toContain(
      "Last seen Mon 23 Nov, 18:00"
    )
  })

  it("of time alone come when the time has come, and keep their key after", () => {
    const still = "trigger:still-missing:episode-1"
    expect(keysAt([missing()], at(24))).toEqual([])
    expect(keysAt([missing()], (at(24) + 1) as Instant)).toEqual([still])
    expect(keysAt([missing()], at(5_000))).toEqual([still])
    expect(keysAt([missing(), found(20), returned(21)], at(30))).toEqual([])
  })

  it("are not announced of history that was brought in, even where time goes on", () => {
    expect(keysAt(three, at(22), at(22))).toEqual([])
    expect(keysAt([missing()], at(5_000), at(25))).toEqual([])
    expect(keysAt([missing()], at(5_000), at(23))).toHaveLength(1)
  })

  it("say nothing of what an interview brought out, not even that there is something", () => {
    const told = [missing(), found(2), returned(3), assigned(4), offered(5), completed(6)]
    expect(tell(told).state.interviews[0]?.completed).toMatchObject({
      harmDisclosed: "yes",
      exploitation: ["grooming"]
    })
    expect(owedAt(told, at(5_000), at(-100), true)).toEqual([])
  })

  it("remind of an offer that was not made within the office's hours", () => {
    const told = [missing(), found(2), returned(3)]
    // Back on Monday at 21:00: eight working hours are over on Tuesday at 17:00.
    expect(keysAt(told, at(23))).toEqual([])
    expect(keysAt(told, (at(23) + 1) as Instant)).toEqual(["trigger:offer-late:episode-1"])
    expect(keysAt([...told, assigned(4), offered(5)], at(5_000))).toEqual([])
  })
})

it("a late offer is not asked for again once it is made: what it says follows", () => {
  const late = (...more: ReadonlyArray<Told>) => {
    const [owed] = owedAt([missing(0), returned(6), assigned(7), ...more], at(60)).filter(({ key }) =>
      key.startsWith("trigger:offer-late")
    )
    if (owed === undefined) throw new Error("nothing is owed")
    expect(owed.keptCurrent).toBe(true)
    return plain.render(owed.message()).lines.join("\n")
  }
  expect(late()).toContain("Action, must be done: Offer the return home interview.")
  const offeredLate = late(offered(50))
  expect(offeredLate).toContain("The interview was offered Wed 25 Nov 2026, 20:00, late.")
  expect(offeredLate).not.toContain("Offer the return home interview.")
})
