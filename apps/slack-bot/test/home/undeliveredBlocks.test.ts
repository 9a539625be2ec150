import { at, child } from "@safe-return/casework/testing"
import type { UndeliveredMessage } from "@safe-return/outreach"
import { wordsOf } from "@safe-return/outreach/testing"
import { expect, it } from "vitest"
import { undeliveredBlocks } from "../../src/home/undeliveredBlocks.ts"
import { homeFacts } from "./homeFacts.ts"

const undelivered = (
  hours: number,
  reason: string,
  subject: UndeliveredMessage["subject"] = child
): UndeliveredMessage => ({
  subject,
  delivery: { _tag: "Undelivered", key: `worker-alert:episode-${hours}`, reason, since: at(hours), at: at(hours) }
})

const shownTo = (showsChild: boolean, all: ReadonlyArray<UndeliveredMessage> | undefined, isTryingAgain = false) =>
  wordsOf(undeliveredBlocks(homeFacts({ undelivered: all, isTryingAgain }), "Not delivered", () => true, showsChild))

it("a manager reads which child an undelivered message is about, and an administrator does not", () => {
  const all = [undelivered(1, "channel_not_found"), undelivered(2, "channel_not_found", "team")]
  const [toManager, toAdministrator] = [shownTo(true, all), shownTo(false, all)]
  expect(toManager.split(child).length - 1).toBe(1)
  expect(toManager).toContain(`*${child}* · Alert to an allocated worker, since Mon 23 Nov, 19:00`)
  expect(toManager).toContain("• Alert to an allocated worker, since Mon 23 Nov, 20:00")
  expect(toAdministrator).not.toContain(child)
  expect(toAdministrator.match(/• Alert to an allocated worker/g)).toHaveLength(2)
})

it("of people who cannot be told an administrator reads the number alone", () => {
  const all = [undelivered(1, "account_guest"), undelivered(2, "channel_not_found"), undelivered(3, "user_disabled")]
  expect(shownTo(false, all)).toContain("2 to people who cannot be told anything.")
  expect(shownTo(false, all).match(/• /g)).toHaveLength(1)
  expect(shownTo(true, all).match(/• /g)).toHaveLength(3)
  expect(shownTo(true, all)).not.toContain("to people who cannot be told anything")
})

it("the ten that have waited longest are shown, and how many more there are", () => {
  const many = Array.from({ length: 12 }, (_, hours) => undelivered(12 - hours, "channel_not_found"))
  const words = shownTo(true, many)
  expect(words.match(/• /g)).toHaveLength(10)
  expect(words).toContain("And 2 more, since later.")
  expect(words.indexOf("19:00")).toBeLessThan(words.indexOf("20:00"))
  expect(shownTo(true, many.slice(0, 10))).not.toContain("more, since later")
})

it("nothing is left to try again where nothing is undelivered or the record cannot be read", () => {
  const words = [shownTo(true, []), shownTo(true, undefined)]
  expect(words[0]).toContain("Nothing.")
  expect(words[1]).toContain("The record of it cannot be read.")
  for (const one of words) expect(one).not.toContain("Put right what stands in the way")
  expect(shownTo(true, [], true)).toContain("It is being tried again.")
})
