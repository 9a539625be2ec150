import { at, episodeId, manager, missing, returned, type Told, worker } from "@safe-return/casework/testing"
import { civilDay } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { describe, expect, it } from "vitest"
import { isAsking } from "../../src/owed/asking.ts"
import { owedMessages } from "../../src/owed/owed.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot, sentUnder } from "../../testing/caseSnapshot.ts"

const [coordinator, other, cover] = ["U0COORDINATOR", "U0OTHER", "U0COVER"].map((id) => PersonId.make(id)) as [
  PersonId,
  PersonId,
  PersonId
]
const there: Roster = {
  ...emptyRoster,
  holders: { ...emptyRoster.holders, "missing-coordinator": [coordinator, other] }
}

const told = (steps: ReadonlyArray<Told>, hours: number, more = {}) =>
  owedMessages(caseSnapshot(steps, { there, allocatedWorker: worker, now: at(hours), ...more }))

const toWhom = (owed: ReturnType<typeof owedMessages>, start: string) =>
  owed.filter(({ key }) => key.startsWith(start)).map(({ place }) => place._tag === "Person" && place.person)

describe("a Missing Co-ordinator", () => {
  it("is told of every report, and of the return with the interview that nobody has", () => {
    expect(toWhom(told([missing()], 1), "coordinator-alert:")).toEqual([coordinator, other])
    const delivered = sentUnder([`coordinator-alert:${episodeId}:${coordinator}`])
    const back = told([missing(), returned(4)], 4, { delivered })
    const clears = back.filter(({ key }) => key.startsWith("all-clear:"))
    expect(clears.map(({ place }) => place._tag === "Person" && place.person).sort()).toEqual(
      [coordinator, other, worker].sort()
    )
    const [toCoordinator] = clears.filter(({ place }) => place._tag === "Person" && place.person === coordinator)
    expect(toCoordinator?.message()).toMatchObject({ _tag: "AlertAllClear", isForCoordinator: true })
    // The report itself is over, in words.
    expect(back.find(({ key }) => key.startsWith("coordinator-alert:"))?.message()._tag).toBe("RequestOver")
  })

  it("goes on having the report they acknowledged when the alert comes to their step", () => {
    const delivered = sentUnder([`coordinator-alert:${episodeId}:${coordinator}`])
    const acknowledged: Told = {
      by: coordinator,
      now: at(1.2),
      command: { _tag: "AcknowledgeAlert", episodeId, alert: 1, by: coordinator, as: ["missing-coordinator"] }
    }
    const owed = told([missing(), acknowledged], 1.5, { delivered })
    expect(toWhom(owed, "coordinator-alert:")).toEqual([coordinator, other])
    expect(owed.every(({ message }) => message()._tag !== "RequestOver")).toBe(true)
  })

  it("is told that an episode was handed over to them, unless they took it themselves", () => {
    const handOver = (by: PersonId): Told => ({
      by,
      now: at(4.6),
      command: { _tag: "HandOver", episodeId, coordinator: other }
    })
    const allocated: Told = {
      by: manager,
      now: at(4.5),
      command: { _tag: "RecordAllocation", episodeId, allocated: { to: "social-worker", worker } }
    }
    const steps = [missing(), returned(4), allocated]
    expect(toWhom(told([...steps, handOver(manager)], 5), "handed-over:")).toEqual([other])
    expect(toWhom(told([...steps, handOver(other)], 5), "handed-over:")).toEqual([])
  })
})

describe("a cover", () => {
  const away: Roster = {
    ...there,
    acting: (person) =>
      person === worker || person === coordinator
        ? { _tag: "Cover", person: cover, away: { from: civilDay(2026, 11, 1), for: "leave", cover } }
        : { _tag: "Themselves" }
  }

  it("reads which colleague they stand in for, in all that is asked of them", () => {
    const toCover = told([missing()], 1, { there: away }).filter(
      ({ place, message }) => place._tag === "Person" && place.person === cover && isAsking(message())
    )
    expect(toCover.length).toBeGreaterThan(0)
    const { render } = makePlainTextRenderer((person) => person)
    for (const { message } of toCover) {
      expect(message().coversFor).toBe(worker)
      expect(render(message()).lines).toContain(`You cover for ${worker}.`)
    }
  })

  it("is the only one who does", () => {
    for (const { place, message } of told([missing()], 1, { there: away })) {
      const isToCover = place._tag === "Person" && place.person === cover
      expect(message().coversFor !== undefined).toBe(isToCover)
    }
  })
})
