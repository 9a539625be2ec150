import { at, child, found, missing } from "@safe-return/casework/testing"
import { EpisodeId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { expect, it } from "vitest"
import { actions } from "../../src/blocks/blocks.ts"
import { correctButton } from "../../src/forms/correct/correctView.ts"
import { foundButton } from "../../src/forms/found/foundView.ts"
import { withChild } from "../listeners/madeUpCard.ts"
import { openSurface, type Surface } from "../listeners/surface.ts"

const joinedId = EpisodeId.make("episode-2")
const told = [
  missing(),
  missing(2, { id: joinedId, reference: "SYP-2026-0000002" }),
  {
    by: found(3).by,
    now: at(5),
    command: { _tag: "MergeDuplicate", episodeId: EpisodeId.make("episode-1"), duplicateId: joinedId } as const
  }
]

/** A message from before the records were joined, with its buttons. */
const oldMessage = async (surface: Surface) => {
  await withChild(surface, ...told)
  const link = { child, episodeId: joinedId }
  return surface.post({ text: "old", blocks: [actions("old", [foundButton(link), correctButton(link)])] })
}

it("a button on a record that was joined goes to the record that is kept, and says so", async () => {
  await using surface = await openSurface(at(7))
  const message = await oldMessage(surface)
  const mash = surface.person("U0MASH")
  await mash.click(message, foundButton.actionId)
  expect(wordsOf(mash.modal)).toContain("This is the one that is kept")
  await mash.submit()
  expect(surface.states.get(child)?.episodes.map(({ progress }) => progress._tag)).toEqual(["Found", "Cancelled"])
})

it("the form that separates joined records opens on the one that was joined", async () => {
  await using surface = await openSurface(at(7))
  const message = await oldMessage(surface)
  const mash = surface.person("U0MASH")
  await mash.click(message, correctButton.actionId)
  expect(wordsOf(mash.modal)).not.toContain("This is the one that is kept")
})
