import { expect, it } from "vitest"
import { at, backHome, cancelled, notify } from "../madeUpChild.ts"
import { recordedAt } from "./recordedAt.ts"

it("a cancelled episode says when that was recorded", () => {
  const [episode] = recordedAt(backHome(), 20, notify(cancelled())).episodes
  expect(episode?.progress).toMatchObject({ _tag: "Cancelled", cancelledAt: at(20) })
})
