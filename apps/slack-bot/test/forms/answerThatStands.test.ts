/** A form that changes an answer says which answer stands; nothing is filled in, so that nothing is sent back by chance. */
import {
  assigned,
  at,
  child,
  completed,
  found,
  missing,
  offered,
  returned,
  worker
} from "@safe-return/casework/testing"
import { askedAfter, type Consideration, considerationWords } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { expect, it } from "vitest"
import { setWorkerButton } from "../../src/forms/allocatedWorker/allocatedWorkerView.ts"
import { carerOfferButton } from "../../src/forms/carerOffer/carerOfferView.ts"
import { noInterviewButton } from "../../src/forms/noInterview/noInterviewView.ts"
import { press, pressUnoffered, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface } from "../listeners/surface.ts"

const now = at(20)
const seconds = (hours: number) => at(hours) / 1_000
const held = [missing(), returned(6), assigned(7), offered(8, "accepted"), completed(9)]

it("the considerations show each answer with its reason once everything is answered", async () => {
  await using surface = await openSurface(now)
  await withChild(surface, ...held)
  const manager = surface.person("U0MANAGER")
  const answersTo = (questions: ReadonlyArray<string>) =>
    Object.fromEntries(
      questions.flatMap((one) => [
        [`answer-${one}`, "no"],
        [`reason-${one}`, `Because of ${one}`]
      ])
    )
  const questions = Object.keys(considerationWords.words) as ReadonlyArray<Consideration>
  await manager.command(CHANNEL, "/rhi", "consider LCS-10432")
  await manager.submit(answersTo(questions.filter((one) => askedAfter[one] === undefined)))
  await manager.command(CHANNEL, "/rhi", "consider LCS-10432")
  expect(wordsOf(manager.modal)).toContain("Everything is answered")
  expect(wordsOf(manager.modal)).toContain("Recorded: No. Because of significant-harm")
  expect(wordsOf(manager.modal)).toContain("Recorded: No. Because of exploitation")
})

it("the record says who is left out of it to the person who heard the child alone", async () => {
  await using surface = await openSurface(now)
  await withChild(surface, ...held)
  surface.profiles.set(child, { child, allocatedWorker: worker })
  const third = async (id: string) => {
    const person = surface.person(id)
    await person.command(CHANNEL, "/rhi", "record LCS-10432")
    while (!wordsOf(person.modal).includes("Who must not see this")) await person.submit({})
    return person
  }
  const interviewer = await third("U0INTERVIEWER")
  expect(wordsOf(interviewer.modal)).toContain("Recorded: nobody is left out.")
  await interviewer.submit({ keptFrom: "left-out" })
  expect(wordsOf((await third("U0INTERVIEWER")).modal)).toContain("Recorded: the allocated worker is left out.")
  expect(wordsOf((await third("U0COORDINATOR")).modal)).not.toMatch(/Recorded: [a-z ]*left out/)
})

it("the allocated worker's form keeps an Early Help worker an Early Help worker", async () => {
  await using surface = await openSurface(now)
  const card = await withChild(surface, missing())
  const mash = surface.person("U0MASH")
  await press(mash, card, setWorkerButton.actionId)
  await mash.submit({ allocatedWorker: "U0WORKER", kind: "early-help-worker" })
  await press(mash, card, setWorkerButton.actionId)
  await mash.submit({})
  expect(surface.states.get(child)?.episodes[0]?.allocation).toMatchObject({ to: "early-help-worker" })
})

it("where the child is, and where they came back to, are said as they are recorded", async () => {
  await using surface = await openSurface(now)
  await withChild(surface, missing(), found(5))
  const reader = surface.person("U0WORKER")
  await reader.command(CHANNEL, "/missing", "whereabouts LCS-10432")
  expect(wordsOf(reader.modal)).not.toContain("Recorded:")
  await reader.submit({ whereabouts: "hospital", since: seconds(5) })
  await reader.command(CHANNEL, "/missing", "whereabouts LCS-10432")
  expect(wordsOf(reader.modal)).toContain("Recorded: In hospital, since Mon 23 Nov 2026, 23:00.")
  await reader.command(CHANNEL, "/missing", "returned LCS-10432")
  await reader.submit({ returnedAt: seconds(7), returnedTo: "another-home" })
  await reader.command(CHANNEL, "/missing", "whereabouts LCS-10432")
  expect(wordsOf(reader.modal)).toContain("Recorded: A home that is not where they left from")
})

it("the offer to the carer, and why there is no interview, are said as they are recorded", async () => {
  await using surface = await openSurface(now)
  await withChild(surface, missing(), returned(6), assigned(7), offered(8, "declined"))
  const interviewer = surface.person("U0INTERVIEWER")
  await pressUnoffered(surface, "U0INTERVIEWER", carerOfferButton)
  await interviewer.submit({ carerOfferedAt: seconds(9), carerResponse: "no-answer" })
  await pressUnoffered(surface, "U0INTERVIEWER", carerOfferButton)
  expect(wordsOf(interviewer.modal)).toContain("Recorded: offered Tue 24 Nov 2026, 03:00, no answer yet.")

  await using other = await openSurface(now)
  const otherCard = await withChild(other, missing(), returned(6), assigned(7))
  const manager = other.person("U0MANAGER")
  await press(manager, otherCard, noInterviewButton.actionId)
  await manager.submit({ reason: "custody-or-hospital" })
  await pressUnoffered(other, "U0MANAGER", noInterviewButton)
  expect(wordsOf(manager.modal)).toContain("Recorded: ")
})

it("the correction of an interview names who carried it out and shows no more of it", async () => {
  await using surface = await openSurface(now)
  await withChild(surface, ...held)
  const manager = surface.person("U0MANAGER")
  await manager.command(CHANNEL, "/missing", "correct LCS-10432")
  await manager.submit({ choice: "interview" })
  expect(wordsOf(manager.modal)).toContain("Recorded: carried out by <@U0INTERVIEWER>.")
  expect(wordsOf(manager.modal)).toContain("What the interview brought out is not shown here")
})
