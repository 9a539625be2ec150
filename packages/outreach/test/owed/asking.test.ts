import {
  at,
  child,
  episodeId,
  manager,
  missing,
  onlyEpisode,
  returned,
  type Told,
  tell
} from "@safe-return/casework/testing"
import { describe, expect, it } from "vitest"
import type { Message } from "../../src/message/Message.ts"
import { asksReader, isAsking } from "../../src/owed/asking.ts"
import { everyKind } from "../../testing/everyKind.ts"

const acknowledged: Told = { by: manager, now: at(2), command: { _tag: "AcknowledgeAlert", episodeId, by: manager } }

const answersOf = (...messages: ReadonlyArray<Message>) =>
  messages.map((message) => (asksReader(message) ? "reader" : isAsking(message) ? "others" : "nobody"))

const alertsAfter = (...later: ReadonlyArray<Told>) => {
  const about = { child, episode: onlyEpisode(tell([missing(), ...later])), reader: manager }
  return answersOf(
    { _tag: "CoordinatorAlert", ...about },
    { _tag: "EscalationAlert", ...about, before: [] },
    { _tag: "EscalationAlert", ...about, before: [], isAnswered: true }
  )
}

describe("an alert of a missing child", () => {
  it("asks its reader until they have answered it, and others after that", () => {
    expect(alertsAfter()).toEqual(["reader", "reader", "nobody"])
    expect(alertsAfter(acknowledged)).toEqual(["others", "others", "nobody"])
  })

  it("asks no reader to acknowledge once the child is back", () => {
    expect(alertsAfter(returned(6))).toEqual(["others", "others", "nobody"])
  })
})

describe("a message that asks its reader", () => {
  it("asks for something, of whatever kind it is", () => {
    const messages = everyKind(tell([missing(), returned(6)]), at(80))
    const answers = answersOf(...messages)
    expect(new Set(answers)).toEqual(new Set(["reader", "others", "nobody"]))
    for (const message of messages) expect(!asksReader(message) || isAsking(message), message._tag).toBe(true)
  })
})
