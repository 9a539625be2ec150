import { at, child, found, missing } from "@safe-return/casework/testing"
import { EpisodeId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { expect, it } from "vitest"
import { actions } from "../../src/blocks/blocks.ts"
import { correctButton } from "../../src/forms/correct/correctView.ts"
import { joinButton } from "../../src/forms/duplicate/duplicateView.ts"
import { foundButton } from "../../src/forms/found/foundView.ts"
import { lastReply, press, withChild } from "../listeners/madeUpCard.ts"
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

const unjoined = told.slice(0, 2)

it("a card that says who joins two reports has the button for them, and so has a command", async () => {
  for (const how of ["button", "command"] as const) {
    await using surface = await openSurface(at(7))
    const card = await withChild(surface, ...unjoined)
    const mash = surface.person("U0MASH")
    const words = wordsOf((await mash.messages(card.channel)).filter(({ ts }) => ts === card.ts))
    expect(words).toContain(`joins the two: \`/missing join ${child}\``)
    if (how === "button") await press(mash, card, joinButton.actionId)
    else await mash.command(card.channel, "/missing", `join ${child}`)
    await mash.submit({ duplicateId: "episode-1" })
    expect(surface.states.get(child)?.episodes.map(({ progress }) => progress._tag)).toEqual(["Missing", "Cancelled"])
  }
})

it("nobody is asked to join a child's only report", async () => {
  await using surface = await openSurface(at(7))
  const card = await withChild(surface, missing())
  const mash = surface.person("U0MASH")
  expect(wordsOf((await mash.messages(card.channel)).filter(({ ts }) => ts === card.ts))).not.toContain("join-records")
  await mash.command(card.channel, "/missing", `join ${child}`)
  expect(mash.modal).toBeUndefined()
  expect(lastReply(surface, "U0MASH")).toContain("not open any more")
})
