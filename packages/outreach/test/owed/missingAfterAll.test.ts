import {
  at,
  episodeId,
  found,
  manager,
  missing,
  notified,
  returned,
  type Told,
  worker
} from "@safe-return/casework/testing"
import { AuthorityName, EpisodeId } from "@safe-return/domain/pathway"
import { describe, expect, it } from "vitest"
import { owedMessages } from "../../src/owed/owed.ts"
import { caseSnapshot } from "../../testing/caseSnapshot.ts"

const second = EpisodeId.make("episode-2")

const by = (hours: number, command: Told["command"]): Told => ({ by: manager, now: at(hours), command })
const takenBack = (hours: number, withdrawn: "found" | "returned"): Told =>
  by(hours, { _tag: "CorrectEpisode", episodeId, reason: "told-wrongly", withdrawn })

/** The report of `missing()` as it is sent once more, later. */
const sentAgain = (hours: number): Told =>
  notified(at(hours), {
    kind: "missing",
    absence: "missing",
    missingFrom: "care",
    risk: "high",
    missingAt: at(0),
    reportedAt: at(0.5)
  })

const owed = (told: ReadonlyArray<Told>, announceFrom = at(-100)) =>
  owedMessages(caseSnapshot(told, { announceFrom, allocatedWorker: worker, now: at(50) })).filter(({ key }) =>
    key.startsWith("missing-after-all:")
  )

const whereTo = (...given: Parameters<typeof owed>) => owed(...given).map(({ place }) => place)

const channelAndWorker = [{ _tag: "MissingChannel" }, { _tag: "Person", person: worker }]

describe("a child who is missing after all", () => {
  it("is told of again in the channel and to the allocated worker when a return is taken back", () => {
    expect(whereTo([missing(), returned(6)])).toEqual([])
    expect(whereTo([missing(), returned(6), takenBack(7, "returned")])).toEqual(channelAndWorker)
  })

  it("is not, while they are found all the same", () => {
    expect(whereTo([missing(), found(5), returned(6), takenBack(7, "returned")])).toEqual([])
    expect(whereTo([missing(), found(5), returned(6), takenBack(7, "found")])).toEqual(channelAndWorker)
  })

  it("is told of each time, and no more once they are back", () => {
    const twice = [missing(), returned(6), takenBack(7, "returned"), returned(8), takenBack(9, "returned")]
    const first = owed(twice.slice(0, 3)).map(({ key }) => key)
    const again = owed(twice).map(({ key }) => key)
    expect(again).toHaveLength(2)
    expect(again.some((key) => first.includes(key))).toBe(false)
    expect(owed([...twice, returned(10)])).toEqual([])
  })

  it("is told of when a wrong merge is undone, for each of the two that counts as missing", () => {
    const merged = [
      missing(),
      missing(1, { id: second, reference: "SYP-2026-0000002" }),
      returned(6, second),
      by(7, { _tag: "MergeDuplicate", duplicateId: second, episodeId })
    ]
    expect(owed(merged)).toEqual([])
    const separated = by(8, { _tag: "SeparateDuplicate", episodeId: second, reason: "mistyped" })
    const [toChannel, ...more] = owed([...merged, separated])
    expect(toChannel?.key).toContain(episodeId)
    expect(more.map(({ place }) => place)).toEqual(channelAndWorker.slice(1))
  })

  it("is told of when the episode is opened once more, and not when the child is back by then", () => {
    const transferred = by(7, {
      _tag: "TransferEpisode",
      episodeId,
      to: AuthorityName.make("Training Borough"),
      transferredAt: at(7)
    })
    const reopened = (hours: number) => by(hours, { _tag: "ReopenEpisode", episodeId, reason: "handed-back" })
    expect(whereTo([missing(), transferred])).toEqual([])
    expect(whereTo([missing(), transferred, reopened(8)])).toEqual(channelAndWorker)
    expect(whereTo([missing(), returned(6), transferred, reopened(8)])).toEqual([])
  })

  it("is told of when the police report the same disappearance after they cancelled it", () => {
    const cancelled = notified(at(7), { kind: "cancelled", reason: "reported-in-error" })
    expect(whereTo([missing(), cancelled])).toEqual([])
    expect(whereTo([missing(), cancelled, sentAgain(8)])).toEqual(channelAndWorker)
  })

  it("is not told of as news when it is history that was brought in", () => {
    expect(owed([missing(), returned(6), takenBack(7, "returned")], at(8))).toEqual([])
  })
})
