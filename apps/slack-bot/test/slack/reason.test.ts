import { expect, it } from "vitest"
import { reasonOf } from "../../src/slack/reason.ts"

it.each<[string, unknown, string]>([
  ["a connection that breaks off", new Error("terminated"), "no answer: terminated"],
  [
    "nothing that listens",
    new TypeError("fetch failed", { cause: Object.assign(new Error(""), { code: "ECONNREFUSED" }) }),
    "ECONNREFUSED"
  ],
  ["something that is no error", "gone", "no answer: gone"],
  ["a code of nobody's", Object.assign(new Error("odd"), { code: "channel_not_found" }), "no answer: odd"]
])("%s is never taken for an answer of Slack's", (_, cause, reason) => {
  expect(reasonOf(cause)).toBe(reason)
})
