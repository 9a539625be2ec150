/** `/joined-up`, on a real Bolt app over real signed HTTP: LCS-10432 was missing, EDU-10432 has an open case. */
import { at, missing, returned } from "@safe-return/casework/testing"
import { NotAudited } from "@safe-return/journal"
import { wordsOf } from "@safe-return/outreach/testing"
import { Effect } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { actions } from "../../src/blocks/blocks.ts"
import { encodeAsked } from "../../src/forms/strandLink/strandLinkView.ts"
import { lastReply, withChild } from "./madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "./surface.ts"

const now = at(20)

const opened = async () => {
  const surface = await openSurface(now)
  await withChild(surface, missing(), returned(6))
  return surface
}

const look = async (surface: Surface, person: string, text: string) => {
  await surface.person(person).command(CHANNEL, "/joined-up", text)
  // Without what differs from one answer to the next whatever it says.
  return lastReply(surface, person).replaceAll(/"(?:ts|block_id)":"[^"]*"/g, "")
}

const LCS = { system: "social-care", reference: "LCS-10432" } as const
const EDU = { system: "education", reference: "EDU-10432" } as const

/** Presses a button that an answer may hold, whether this person was offered it or not. */
const press = async (surface: Surface, person: string, actionId: string, asked: Parameters<typeof encodeAsked>[0]) => {
  const button = {
    type: "button" as const,
    action_id: actionId,
    text: { type: "plain_text" as const, text: "Press" },
    value: encodeAsked(asked)
  }
  const message = await surface.post({ text: "made up", blocks: [actions("made-up", [button])] })
  await surface.person(person).click(message, actionId)
}

const confirm = async (surface: Surface, asked: Parameters<typeof encodeAsked>[0], reference: string) => {
  await press(surface, "U0LEAD", "link-references", asked)
  const sent = await surface.person("U0LEAD").submit({ reference })
  return { sent, said: wordsOf(surface.person("U0LEAD").modal ?? "closed") }
}

const audited = (surface: Surface) => surface.audited.map(({ by, act, child, outcome }) => [by, act, child, outcome])

describe("/joined-up", () => {
  it("shows the facts of one reference, and of both once a person has confirmed the link", async () => {
    await using surface = await opened()
    const alone = await look(surface, "U0PANEL", "lcs10432")
    expect(alone).toContain("LCS-10432 (social care)")
    expect(alone).toContain("Mon 23 Nov 2026 to Tue 24 Nov 2026: Missing episodes: Missing")
    expect(alone).not.toMatch(/EDU|episode-1/)
    expect(alone).toContain("Nothing on record: Children missing education, Suspensions and exclusions")

    expect((await confirm(surface, LCS, "edu10432")).said).toContain("EDU-10432 and LCS-10432 are linked as one child")
    const both = await look(surface, "U0PANEL", "EDU-10432")
    expect(both).toContain("EDU-10432 (education) = LCS-10432 (social care)")
    expect(both).toContain("Children missing education: Case open")
    expect(both).toContain("Missing episodes: Missing")
    expect(both).toContain("by <@U0LEAD> on Tue 24 Nov 2026")
    // A look at one of the references is a look at the other.
    expect(audited(surface).slice(-2)).toEqual([
      ["U0PANEL", "see-joined-up", "EDU-10432", "allowed"],
      ["U0PANEL", "see-joined-up", "LCS-10432", "allowed"]
    ])
    // Nothing of it was posted where others read.
    expect(JSON.stringify(await surface.person("U0PANEL").messages(CHANNEL))).not.toContain("Joined-up view")
  })

  it("offers each button only where it would be let in, and only what can be done", async () => {
    await using surface = await opened()
    expect(await look(surface, "U0PANEL", "LCS-10432")).not.toContain("link-references")
    expect(await look(surface, "U0LEAD", "LCS-10432")).toContain("link-references")
    await confirm(surface, EDU, "LCS-10432")
    const linked = await look(surface, "U0LEAD", "LCS-10432")
    expect([linked.includes("undo-link"), linked.includes("link-references")]).toEqual([true, false])
    expect(await look(surface, "U0PANEL", "LCS-10432")).not.toMatch(/undo-link|link-references/)
    // An older answer still has its button: it says what to do instead.
    await press(surface, "U0LEAD", "link-references", EDU)
    expect(wordsOf(surface.person("U0LEAD").modal)).toContain("linked already. Undo that link first.")
  })

  it("is undone by a form, and the view is what it was before", async () => {
    await using surface = await opened()
    const before = await look(surface, "U0LEAD", "LCS-10432")
    await confirm(surface, LCS, "EDU-10432")
    await press(surface, "U0LEAD", "undo-link", EDU)
    await surface.person("U0LEAD").submit({})
    expect(wordsOf(surface.person("U0LEAD").modal)).toContain("The link is undone.")
    expect(await look(surface, "U0LEAD", "LCS-10432")).toBe(before)
    await press(surface, "U0LEAD", "undo-link", EDU)
    expect(wordsOf(surface.person("U0LEAD").modal)).toContain("There is nothing to undo.")
  })

  it("refuses a second link and a reference that is on no record, and repeats and keeps no name", async () => {
    await using surface = await opened()
    for (const typed of ["SMITH-JADE-14", "Jade Smith", "EDU-99999"]) {
      const { sent } = await confirm(surface, LCS, typed)
      expect(sent.fieldErrors?.["reference"]).toContain("Nothing is on record under that in the other system")
    }
    await confirm(surface, LCS, "EDU-10432")
    await press(surface, "U0LEAD", "link-references", { ...EDU, reference: "EDU-10433" })
    const { fieldErrors } = await surface.person("U0LEAD").submit({ reference: "LCS-10432" })
    expect(fieldErrors?.["reference"]).toContain("LCS-10432 is linked to another child. Undo that link first")
    for (const typed of ["SMITH-JADE-14", "Jade Smith", "education SMITH-JADE-14"]) {
      expect((await look(surface, "U0PANEL", typed)).toLowerCase()).not.toMatch(/smith|jade/)
    }
    expect(JSON.stringify([surface.audited, surface.logged]).toLowerCase()).not.toMatch(/smith|jade/)
  })

  it("says how to use it, and nothing at all where the look cannot be written down", async () => {
    await using surface = await opened()
    expect(await look(surface, "U0PANEL", "")).toContain("/joined-up education EDU-")
    surface.beforeEachEntry(Effect.fail(new NotAudited({ path: "audit", reason: "no space left" })))
    const said = await look(surface, "U0PANEL", "LCS-10432")
    expect(said).toContain("Nothing was shown")
    expect(said).not.toContain("Missing episodes")
  })
})

const strangers = ["U0MANAGER", "U0COORDINATOR", "U0WORKER", "U0HEAD", "U0EDUCATION", "U0ATTENDANCE", "U0BYSTANDER"]
const references = ["LCS-10432", "lcs10432", "EDU-10432", "LCS-99999", "EDU-99999", "SMITH-14", "education EDU-10432"]

it("nobody without the permission learns anything, not even that a record exists", async () => {
  await using surface = await opened()
  await confirm(surface, LCS, "EDU-10432")
  const unknown = new Map<string, string>()
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...strangers), fc.constantFrom(...references), async (person, reference) => {
      const before = surface.audited.length
      const said = await look(surface, person, reference)
      const first = unknown.get(person) ?? said
      unknown.set(person, first)
      // One answer, whatever is on record.
      expect(said).toBe(first)
      expect(said).not.toMatch(/\d{5}|Missing|education case|linked/)
      expect(surface.audited.slice(before).map(({ by, act, outcome }) => [by, act, outcome])).toEqual([
        [person, "see-joined-up", "refused"]
      ])
    }),
    { numRuns: 30 }
  )
  for (const actionId of ["link-references", "undo-link"]) {
    await press(surface, "U0PANEL", actionId, LCS)
    expect(wordsOf(surface.person("U0PANEL").modal ?? lastReply(surface, "U0PANEL"))).not.toMatch(/EDU|Undo a link/)
    expect(audited(surface).at(-1)).toEqual(["U0PANEL", "link-references", "LCS-10432", "refused"])
  }
})
