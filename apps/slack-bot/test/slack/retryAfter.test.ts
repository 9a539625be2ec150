import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { WebClient } from "@slack/web-api"
import { Redacted } from "effect"
import { expect, test } from "vitest"
import { reasonOf, waitAskedFor } from "../../src/slack/reason.ts"
import { webClientOptions } from "../../src/slack/SlackApi.ts"
import { LONGEST_WAIT_SECONDS, retryAfterSeconds, USUAL_WAIT_SECONDS } from "../../src/slack/slackFetch.ts"

const NOW = Date.UTC(2026, 10, 16, 9)

const cases: ReadonlyArray<readonly [string | null, number]> = [
  ["30", 30],
  ["1.2", 2],
  ["0", 1],
  ["-5", 1],
  ["259200", LONGEST_WAIT_SECONDS],
  ["999999999999999999999", LONGEST_WAIT_SECONDS],
  [new Date(NOW + 60_000).toUTCString(), 60],
  [new Date(NOW + 7 * 86_400_000).toUTCString(), LONGEST_WAIT_SECONDS],
  [new Date(NOW - 60_000).toUTCString(), 1],
  ["NaN", USUAL_WAIT_SECONDS],
  ["soon", USUAL_WAIT_SECONDS],
  ["", USUAL_WAIT_SECONDS],
  [null, USUAL_WAIT_SECONDS]
]

test.each(cases)("a Retry-After of %j asks for %d seconds", (header, seconds) => {
  expect(retryAfterSeconds(header, NOW)).toBe(seconds)
})

test.each([
  ["259200", LONGEST_WAIT_SECONDS],
  [undefined, USUAL_WAIT_SECONDS],
  ["Wed, 21 Oct 2099 07:28:00 GMT", LONGEST_WAIT_SECONDS],
  ["never", USUAL_WAIT_SECONDS]
])("a 429 with Retry-After %j is read as too much at once, within its bound", async (header, seconds) => {
  await using server = Object.assign(
    createServer((_, response) => {
      response.writeHead(429, header === undefined ? {} : { "retry-after": header }).end()
    }),
    {
      [Symbol.asyncDispose]: async () => {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    }
  )
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()))
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const [botToken, signingSecret] = [Redacted.make("xoxb-synthetic"), Redacted.make("s")]
  const slack = { botToken, signingSecret, apiUrl, mode: { _tag: "Http" } as const }
  const failed = await new WebClient(Redacted.value(botToken), webClientOptions(slack)).auth
    .test()
    .catch((cause) => cause)
  expect(reasonOf(failed)).toBe("ratelimited")
  expect(waitAskedFor(failed)).toEqual({ retryAfterSeconds: seconds })
})
