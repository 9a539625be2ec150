import { describe, expect, it } from "vitest"
import { deadlines, recordCommand, triggers } from "../src/simple/index.ts"

const report = {
  _tag: "ReceiveNotification",
  newEpisodeId: "episode-1",
  policy: "rotherham",
  notification: {
    kind: "missing",
    policeReference: "SYNTHETIC-POLICE-1",
    sentAt: "2026-11-20T19:00:00Z",
    child: { reference: "SYNTHETIC-1" },
    absence: "missing",
    missingFrom: "care",
    risk: "medium",
    missingAt: "2026-11-20T17:00:00Z",
    reportedAt: "2026-11-20T18:00:00Z"
  }
}
const by = "police-intake"

/** Everything goes through JSON, as it would over a wire. */
const wire = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

describe("the simple entry", () => {
  it("gives both deadlines as text", () => {
    const answer = deadlines({ returnedAt: "2026-12-23T20:00:00Z", policy: "rotherham" })
    expect(wire(answer)).toEqual(answer)
    expect(answer).toMatchObject({
      ok: true,
      elapsedClock: { dueAt: "2026-12-26T20:00:00.000Z" },
      workingDayClock: { dueDay: "2026-12-30", dueAt: "2026-12-31T00:00:00.000Z" }
    })
    expect(answer.ok && answer.workingDayClock.days.slice(0, 2)).toEqual([
      { day: "2026-12-24", counted: 1 },
      { day: "2026-12-25", skipped: "Christmas Day" }
    ])
  })

  it("records a story command by command, from what was kept of it", () => {
    const first = recordCommand({ events: [], command: report, now: "2026-11-20T19:01:00Z", by })
    if (!first.ok) throw new Error("refused")
    expect(first.episodes).toEqual([
      { id: "episode-1", progress: "Missing", isOpen: true, missingAt: "2026-11-20T17:00:00.000Z" }
    ])
    const events = wire(first.recorded)
    const tooEarly = { _tag: "RecordReturned", episodeId: "episode-1", returnedAt: "2026-11-20T16:00:00Z" }
    const asked = { events, now: "2026-11-21T09:00:00Z", by: "a-worker" }
    expect(recordCommand({ ...asked, command: tooEarly })).toEqual({
      ok: false,
      faults: [
        {
          _tag: "ReturnedBeforeMissing",
          field: "returnedAt",
          message:
            "The child cannot have returned before they were last seen. Check the time of return against the time missing."
        }
      ]
    })
    const back = recordCommand({ ...asked, command: { ...tooEarly, returnedAt: "2026-11-21T02:00:00Z" } })
    if (!back.ok) throw new Error("refused")
    expect(back.episodes[0]?.progress).toBe("Returned")
    const fired = triggers({ events: wire([...events, ...back.recorded]), now: "2026-12-01T09:00:00Z" })
    expect(fired.ok && fired.triggers.map(({ code, episodes }) => [code, episodes])).toEqual([
      ["offer-late", ["episode-1"]]
    ])
  })

  it("names everything that is wrong, and where", () => {
    expect(deadlines({ returnedAt: "yesterday", policy: "rotherham" })).toMatchObject({
      faults: [{ field: "returnedAt" }]
    })
    expect(deadlines({ returnedAt: "2026-12-23T20:00:00Z", policy: "Rotherham" })).toMatchObject({
      faults: [
        { field: "policy", message: "There is no such policy here. There are rotherham, derbyshire, national-minimum." }
      ]
    })
    const { newEpisodeId: _, ...without } = report
    expect(recordCommand({ events: [], command: without, now: "2026-11-20T19:01:00Z", by })).toEqual({
      ok: false,
      faults: [{ _tag: "InputFault", field: "newEpisodeId", message: "This is missing: give it." }]
    })
    expect(recordCommand({ events: [{}], command: report, now: "2026-11-20T19:01:00Z", by })).toMatchObject({
      ok: false
    })
  })
})
