import { expect, it } from "vitest"
import { about, assign, at, backHome, log } from "../madeUpChild.ts"
import { ruledOut } from "../stageExamples.ts"
import { recordedAt } from "./recordedAt.ts"

it("an interview that is not to be held says since when, for as long as that stands", () => {
  const since = (state: ReturnType<typeof backHome>) => state.interviews[0]?.noneSince
  const given = recordedAt(backHome(), 11, assign())
  expect(since(given)).toBeUndefined()
  const declined = recordedAt(given, 20, log({ offeredAt: at(12), response: "declined" }))
  expect(since(declined)).toBe(at(20))
  // Said again in other words, it has stood since the first.
  const offeredToCarer = recordedAt(declined, 25, about("OfferToCarer", { offeredAt: at(24), response: "declined" }))
  const decided = recordedAt(offeredToCarer, 30, ruledOut)
  expect(since(decided)).toBe(at(20))
  const again = recordedAt(decided, 40, log({ response: "accepted" }))
  expect(since(again)).toBeUndefined()
  expect(again.interviews[0]).not.toHaveProperty("noneSince")
})
