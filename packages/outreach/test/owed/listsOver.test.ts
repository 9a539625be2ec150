import { at, manager } from "@safe-return/casework/testing"
import { formatCivilDay, londonDayOf } from "@safe-return/domain/calendar"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { expect, it } from "vitest"
import { listsOver } from "../../src/owed/listsOver.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster } from "../../src/recipients/Roster.ts"

const now = at(100)
const yesterday = at(76)

const sent = (key: DeliveryKey, fingerprint = ""): Delivery => ({
  _tag: "Sent",
  key,
  channel: "D1",
  ts: "1",
  fingerprint,
  sentAt: yesterday
})

const overAmong = (...deliveries: ReadonlyArray<Delivery>) =>
  listsOver({ there: emptyRoster, delivered: new Map(deliveries.map((one) => [one.key, one])), now })

const morningOf = (moment: typeof now) => `morning:${formatCivilDay(londonDayOf(moment))}:${manager}`

it("the message of an earlier morning, or of a night that is over, asks for nothing any more", () => {
  const keys = [morningOf(yesterday), `duty-list:${yesterday}:${manager}`]
  const over = overAmong(...keys.map((key) => sent(key)))
  expect(over.map(({ key }) => key)).toEqual(keys)
  expect(over.map(({ place }) => place)).toEqual(keys.map(() => ({ _tag: "Person", person: manager })))
  const { render } = makePlainTextRenderer((person) => person)
  for (const { message } of over) {
    expect(render(message()).lines.join(" ")).toContain("Nothing is asked of you here any more.")
  }
  expect(render(over[1]?.message() ?? { _tag: "WithheldAlert" }).lines.join(" ")).toContain("while it was closed")
})

it("a list whose time lasts stands, and one that has ended is not looked at again", () => {
  expect(
    overAmong(sent(morningOf(now)), sent(`overdue:${now}:all:1`), sent(`duty-list:${at(101)}:${manager}`))
  ).toEqual([])
  expect(overAmong(sent(morningOf(yesterday), "over 1"), sent(`timeline:1`))).toEqual([])
})
