/** Who an alert has reached in Slack: what the ladder passes on by, and what a card says of it. */

import { at, manager, missing, onlyEpisode, returned, type Told, tell, worker } from "@safe-return/casework/testing"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { describe, expect, it } from "vitest"
import { hasReachedNobody, isUndeliveredTo } from "../../src/owed/alertReach.ts"

const kept = (tags: Readonly<Record<DeliveryKey, "Sent" | "Undelivered">>): ReadonlyMap<DeliveryKey, Delivery> =>
  new Map(
    Object.entries(tags).map(([key, tag]): [DeliveryKey, Delivery] => [
      key,
      tag === "Sent"
        ? { _tag: "Sent", key, channel: "C1", ts: "1", fingerprint: "", sentAt: at(1) }
        : { _tag: "Undelivered", key, reason: "ratelimited", since: at(1), at: at(2) }
    ])
  )

const episode = onlyEpisode(tell([missing()]))
const takenBack: Told = {
  by: manager,
  now: at(7),
  command: { _tag: "CorrectEpisode", episodeId: episode.id, reason: "told-wrongly", withdrawn: "returned" }
}
const missingAfterAll = onlyEpisode(tell([missing(), returned(6), takenBack]))

describe("an alert", () => {
  it("has reached nobody in Slack though a text message was sent", () => {
    const delivered = kept({ "card:episode-1": "Undelivered", "ladder:episode-1:1:head-of-service:sms-0": "Sent" })
    expect(hasReachedNobody(episode, delivered, [])).toBe(true)
  })

  it("has reached a person once its card or one person has it", () => {
    expect(hasReachedNobody(episode, kept({ "card:episode-1": "Sent" }), [])).toBe(false)
    const toManager = kept({ "card:episode-1": "Undelivered", [`ladder:episode-1:1:team-manager:${manager}`]: "Sent" })
    expect(hasReachedNobody(episode, toManager, [])).toBe(false)
  })

  it("is not undelivered before a try, nor by another episode's messages", () => {
    expect(hasReachedNobody(episode, kept({}), [])).toBe(false)
    expect(hasReachedNobody(episode, kept({ "card:episode-10": "Undelivered" }), [])).toBe(false)
    expect(hasReachedNobody(episode, kept({ "ladder:episode-1:10:team-manager:U1": "Undelivered" }), [])).toBe(false)
  })

  it("may still reach a person while the card or the first person's message is on its way", () => {
    const [card, alert] = ["card:episode-1", `worker-alert:episode-1:${worker}`]
    const lost = (...keys: ReadonlyArray<DeliveryKey>) =>
      hasReachedNobody(episode, kept(Object.fromEntries(keys.map((key) => [key, "Undelivered"]))), [worker])
    expect(lost(alert)).toBe(false)
    expect(lost(card)).toBe(false)
    expect(lost(card, alert)).toBe(true)
  })

  it("of a child who is missing after all is looked for under its newest message", () => {
    const older = { [`missing-after-all:4:episode-1:${worker}`]: "Sent" } as const
    const newer = {
      "missing-after-all:9:episode-1": "Undelivered",
      [`missing-after-all:9:episode-1:${worker}`]: "Undelivered"
    } as const
    expect(isUndeliveredTo(missingAfterAll, worker, kept({ ...older, ...newer }))).toBe(true)
    expect(hasReachedNobody(missingAfterAll, kept({ ...older, ...newer }), [worker])).toBe(true)
  })
})

describe("a person", () => {
  const undelivered = { [`worker-alert:episode-1:${worker}`]: "Undelivered" } as const

  it("has the alert where one of two messages reached them", () => {
    expect(isUndeliveredTo(episode, worker, kept(undelivered))).toBe(true)
    const onLadder = { [`ladder:episode-1:1:team-manager:${worker}`]: "Sent" } as const
    expect(isUndeliveredTo(episode, worker, kept({ ...undelivered, ...onLadder }))).toBe(false)
  })

  it("is not taken for unreached by what did not reach another", () => {
    expect(isUndeliveredTo(episode, manager, kept(undelivered))).toBe(false)
    const ofAnother = kept({ [`ladder:episode-1:1:team-manager:${worker}`]: "Undelivered" })
    expect(isUndeliveredTo(episode, manager, ofAnother)).toBe(false)
  })
})
