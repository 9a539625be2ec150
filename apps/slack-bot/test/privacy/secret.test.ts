/** The lint itself: what it would miss, nobody would be told of. */
import { formatCivilDay } from "@safe-return/domain/calendar"
import { londonDay } from "@safe-return/wording"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { escapeSlack } from "../../src/blocks/blocks.ts"
import { leaksIn, type Secret, secrets, wholeStory } from "./secret.ts"

const changes: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "made safe for Slack": escapeSlack,
  "as JSON in JSON": (text) => JSON.stringify(JSON.stringify({ text: `\n${text}` })),
  "in capitals": (text) => text.toUpperCase(),
  "in bold": (text) => `*${text.replaceAll(" ", "* *")}*`,
  "in an address": encodeURIComponent,
  "in a form of a browser": (text) => new URLSearchParams({ text }).toString()
}

const parts: Readonly<Record<string, (secret: Secret) => string>> = {
  forename: ({ forename }) => forename,
  surname: ({ surname }) => surname,
  address: ({ street }) => street,
  "end of the address": ({ street }) => street.slice(-14),
  story: ({ story }) => story,
  "middle of the story": ({ story }) => story.slice(5, 28),
  everything: wholeStory,
  "birth date": ({ bornOn }) => formatCivilDay(bornOn),
  "birth date in words": ({ bornOn }) => londonDay(bornOn)
}

describe("a secret", () => {
  for (const [part, partOf] of Object.entries(parts))
    it.each(Object.entries(changes))(`is found in any text: ${part}, %s`, (_, changed) => {
      fc.assert(
        fc.property(fc.constantFrom(...secrets), fc.json(), fc.json(), (secret, before, after) => {
          expect(leaksIn(`${before} ${changed(partOf(secret))} ${after}`, secret)).not.toEqual([])
        }),
        { numRuns: 20 }
      )
    })

  it("is not found where there is none", () => {
    fc.assert(
      fc.property(fc.constantFrom(...secrets), fc.json(), (secret, text) => {
        expect(leaksIn(text, secret)).toEqual([])
      })
    )
  })
})
