import { calendars } from "@safe-return/domain/calendar"
import { expect, it } from "vitest"
import { owedMessages } from "../../src/delivery/owed.ts"
import { nobodyElse } from "../../src/delivery/WhoIsThere.ts"
import { at, child, missing, tell, worker } from "../messages/madeUpCase.ts"

const urgenciesAt = (risk: "low" | "high") => {
  const { state } = tell([missing(0, { risk })])
  const owed = owedMessages({
    child,
    state,
    entries: [],
    delivered: new Map(),
    there: nobodyElse,
    calendars,
    announceFrom: at(-100),
    allocatedWorker: worker,
    now: at(1)
  })
  return owed.filter(({ key }) => /^(card|worker-alert):/.test(key)).map(({ key, urgency }) => [key, urgency])
}

it("the card and the worker's alert of a child at high risk go before those of other children", () => {
  expect(urgenciesAt("high")).toEqual([
    ["card:episode-1", "high-risk"],
    [`worker-alert:episode-1:${worker}`, "high-risk"]
  ])
  expect(urgenciesAt("low").map(([, urgency]) => urgency)).toEqual(["new-child", "new-child"])
})
