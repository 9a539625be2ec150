/** What each of Slack's refusals means for the message it was an answer to. */
import { describe, expect, test } from "vitest"
import { faultOf, isOurAccess } from "../../src/slack/slackFaults.ts"

describe("a fault of Slack's", () => {
  test.each([
    // Slack says of these two that part of what was asked may have been done: posted again unlooked for, it is there twice.
    ["internal_error", "unknown"],
    ["fatal_error", "unknown"],
    ["http_503", "unknown"],
    ["http_500", "unknown"],
    ["ETIMEDOUT", "unknown"],
    ["ECONNRESET", "unknown"],
    ["The operation was aborted due to timeout", "unknown"],
    ["ECONNREFUSED", "passing"],
    ["ENOTFOUND", "passing"],
    ["EAI_AGAIN", "passing"],
    ["service_unavailable", "passing"],
    ["token_revoked", "passing"],
    ["missing_scope", "passing"],
    ["ratelimited", "busy"],
    ["rate_limited", "busy"],
    ["message_limit_exceeded", "busy"],
    ["channel_not_found", "permanent"],
    ["is_archived", "permanent"],
    ["user_disabled", "permanent"],
    ["invalid_blocks", "permanent"],
    ["message_not_found", "gone"]
  ])("%s is %s", (reason, fault) => {
    expect(faultOf(reason)).toBe(fault)
  })

  test.each(["invalid_auth", "token_expired", "account_inactive", "not_authed"])("%s is of our access", (reason) => {
    expect(isOurAccess(reason)).toBe(true)
  })

  test("is not of our access where it is of a channel or a person", () => {
    expect(["channel_not_found", "user_disabled", "internal_error"].filter(isOurAccess)).toEqual([])
  })
})
