import { describe, expect, it } from "vitest"
import { isLater, latestOf } from "../../src/page/conversation/timestamps.ts"
import {
  firstSeen,
  hasNewReplies,
  isUnread,
  markSeen,
  meetThreads,
  parseLastSeen,
  threadKey
} from "../../src/page/sidebar/lastSeen.ts"

const channel = (latest: string) => ({ id: "C1", kind: "channel" as const, name: "missing", latest })

describe("message timestamps", () => {
  it("are compared as seconds and serial number, not as text or fractions", () => {
    expect(isLater("10.000001", "9.000001")).toBe(true)
    expect(isLater("9.10", "9.9")).toBe(true)
    expect(isLater("9.000001", "9.000001")).toBe(false)
    expect(latestOf(["9.9", "10.1", "9.10"])).toBe("10.1")
  })
})

describe("unread", () => {
  const atFirst = firstSeen([channel("100.000002"), { id: "D1", kind: "dm", name: "Safe Return" }])

  it("is nothing of what was there when training was first opened, for anybody", () => {
    expect(isUnread(atFirst, "U1", channel("100.000002"))).toBe(false)
    expect(isUnread(atFirst, "U2", { ...channel("100.000001"), id: "D2" })).toBe(false)
  })

  it("is what came since, for each persona until that persona has seen it", () => {
    const later = channel("100.000003")
    const seen = markSeen(atFirst, "U1", "C1", "100.000003")
    expect(isUnread(atFirst, "U1", later)).toBe(true)
    expect(isUnread(seen, "U1", later)).toBe(false)
    expect(isUnread(seen, "U2", later)).toBe(true)
  })

  it("is never a conversation without messages", () => {
    expect(isUnread(atFirst, "U1", { id: "C2" })).toBe(false)
  })

  it("knows a thread by its replies: a persona met the first ones, and later ones are news", () => {
    const thread = { id: threadKey("C1", "100.000001"), replies: 2 }
    const met = meetThreads(atFirst, "U1", [thread])
    expect(hasNewReplies(met, "U1", thread)).toBe(false)
    const grown = { ...thread, replies: 3 }
    expect(hasNewReplies(met, "U1", grown)).toBe(true)
    expect(hasNewReplies(met, "U2", grown)).toBe(false)
    expect(hasNewReplies(markSeen(met, "U1", thread.id, "3"), "U1", grown)).toBe(false)
    expect(meetThreads(met, "U1", [grown])).toBe(met)
  })

  it("survives being kept, and starts afresh from what it cannot read", () => {
    const seen = markSeen(atFirst, "U1", "C1", "100.000003")
    expect(parseLastSeen(JSON.stringify(seen))).toEqual(seen)
    for (const unreadable of [null, "", "{", "[]", '{"since":1,"byPersona":{}}', '{"since":"1"}']) {
      expect(parseLastSeen(unreadable)).toBeUndefined()
    }
  })
})
