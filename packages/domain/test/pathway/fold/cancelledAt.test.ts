import { expect, it } from "vitest"
import { about, at, backHome } from "../madeUpChild.ts"
import { recordedAt } from "./recordedAt.ts"

it("a cancelled episode says when that was recorded", () => {
  const [episode] = recordedAt(backHome(), 20, about("CancelEpisode", { reason: "wrong-child" })).episodes
  expect(episode?.progress).toMatchObject({ _tag: "Cancelled", cancelledAt: at(20) })
})
