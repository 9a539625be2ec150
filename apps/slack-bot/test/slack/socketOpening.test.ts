import type { Fault } from "@safe-return/slack-testkit"
import { Effect } from "effect"
import { afterAll, beforeAll, expect, test } from "vitest"
import { SlackApi } from "../../src/slack/SlackApi.ts"
import { socketOpening } from "../../src/slack/socketOpening.ts"
import { APP_TOKEN, configurationFor, startCouncilWorkspace } from "../endToEnd/trainingCouncil.ts"

let workspace: Awaited<ReturnType<typeof startCouncilWorkspace>>
beforeAll(async () => {
  workspace = await startCouncilWorkspace()
})
afterAll(() => workspace.close())

const openOnce = () => {
  const { slack } = configurationFor(workspace.slackApiUrl)
  const opened = socketOpening(slack, APP_TOKEN, async () => {})
  return Effect.runPromise(Effect.provide(Effect.result(opened), SlackApi.layer(slack)))
}

const json = "application/json"
const refusals: ReadonlyArray<readonly [what: string, fault: Fault, reason: string]> = [
  ["an HTTP error", { status: 500 }, "http_500"],
  ["a connection that drops before", { dropped: "before" }, "UND_ERR_SOCKET"],
  ["a connection that drops after", { dropped: "after" }, "UND_ERR_SOCKET"],
  ["a token that is refused", { error: "invalid_auth" }, "invalid_auth"],
  ["an account that is gone", { error: "account_inactive" }, "account_inactive"],
  ["too many calls", { status: 429, retryAfterSeconds: 30 }, "ratelimited"],
  ["too many calls, without a word on how long", { status: 429 }, "ratelimited"],
  ["a page of a proxy", { text: "<html>Sign in</html>" }, "unreadable answer"],
  ["a word of a proxy", { text: "forbidden", contentType: "text/plain" }, "unreadable answer"],
  ["nothing at all", { text: "", contentType: json }, "unreadable answer"],
  ["null", { text: "null", contentType: json }, "unreadable answer"],
  ["half an answer", { text: '{"ok":true,"url":"ws', contentType: json }, "unreadable answer"],
  ["an answer without a word on success", { text: "{}", contentType: json }, "unreadable answer"],
  ["an answer without an address", { text: '{"ok":true}', contentType: json }, "answer without what was asked for"],
  [
    "an address that leads nowhere",
    { text: '{"ok":true,"url":"ws://127.0.0.1:1/"}', contentType: json },
    "ECONNREFUSED"
  ]
]

test.each(refusals)("a connection is not opened for %s, which is a failure by its name", async (_, fault, reason) => {
  workspace.faults.plan({ methods: ["apps.connections.open"], fault, times: 1 })
  expect(await openOnce()).toMatchObject({ _tag: "Failure", failure: { _tag: "SlackFailed", reason } })
})
