import { Option } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  ChildReference,
  isSameReference,
  newChildReference,
  newPoliceReference,
  PoliceReference,
  parseChildReference,
  parsePoliceReference,
  personalIn,
  plainCharacters,
  referenceKey,
  tidyReference
} from "../../src/pathway/index.ts"
import { referenceNotYetGiven } from "../../src/pathway/reports.ts"

const child = ChildReference.make("LCS-50001")
const keyOf = (text: string) => Option.getOrUndefined(Option.map(parseChildReference(text), referenceKey))

/** References as case systems write them, from parts that never stand for one another. */
const references = fc
  .tuple(
    fc.stringMatching(/^[A-Z]{1,6}$/),
    fc.constantFrom("-", "/", ".", "_"),
    fc.array(fc.stringMatching(/^[0-9A-Z]{1,5}$/), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("-")),
    fc.stringMatching(/^\d{1,6}$/)
  )
  .map(([prefix, mark, middle, number]) => ChildReference.make(`${prefix}${mark}${middle}-${number}`))

const fullWidth = (text: string): string =>
  text.replaceAll(/[!-~]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0))

const SPACES = [" ", "\u00a0", "\u2009", "\u3000", "\t", "\u200b", "\u2060", "\ufeff"]
const DASHES = ["-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\ufe63", "\uff0d"]

/** The reference as someone types it: other capitals, width, dashes, and spaces around it and around its marks. */
const spelling = (reference: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(fc.boolean(), { minLength: reference.length, maxLength: reference.length }),
      fc.boolean(),
      fc.constantFrom(...DASHES),
      fc.array(fc.constantFrom(...SPACES), { maxLength: 3 }),
      fc.boolean()
    )
    .map(([capitals, isWide, dash, spaces, isSpacedInside]) => {
      const cased = Array.from(reference, (character, index) => (capitals[index] ? character : character.toLowerCase()))
      const wide = isWide ? fullWidth(cased.join("")) : cased.join("")
      const dashed = wide.replaceAll(/[-\uff0d]/g, dash)
      const inside = isSpacedInside ? dashed.replaceAll(dash, `${spaces.join("")}${dash} `) : dashed
      return `${spaces.join("")}${inside}${spaces.join("")}`
    })

describe("a reference in another spelling", () => {
  it.each([
    ["in small letters", "lcs-50001"],
    ["with a no-break hyphen and a space behind it", "LCS\u201150001 "],
    ["in full-width letters", "\uff2c\uff23\uff33\uff0d\uff15\uff10\uff10\uff10\uff11"],
    ["with no-break spaces around it", "\u00a0LCS-50001\u00a0"],
    ["with a space for its dash", "LCS 50001"],
    ["with spaces around its dash", "LCS \u2013 50001"],
    ["with a character nobody sees", "\u200bLCS-50001\u200b"],
    ["without its dash", "LCS50001"]
  ])("%s is the same reference", (_, text) => expect(keyOf(text)).toBe(referenceKey(child)))

  it.each([
    ["an O for a 0", "LCS-5OOO1"],
    ["a leading zero", "LCS-050001"],
    ["an I for a 1", "LCS-5000I"],
    ["another mark", "LCS/50001"],
    ["a dash between its digits", "LCS-5-0001"],
    ["a letter more", "LCS-50001B"]
  ])("with %s is another reference", (_, text) => {
    expect(keyOf(text)).toBeDefined()
    expect(keyOf(text)).not.toBe(referenceKey(child))
  })

  it.each([
    ["a name in small letters before a year", "emma 2011"],
    ["a name before a year", "Emma 2011"],
    ["two groups of digits", "LCS-50 001"],
    ["two words", "LCS MADE-1"],
    ["nothing", "  "],
    ["a text that is far too long", `${"A".repeat(100_000)} 1`]
  ])("of %s is none, because its space is left", (_, text) =>
    expect(Option.isNone(parseChildReference(text))).toBe(true)
  )

  it("has the key of the reference it stands for, whatever is typed differently", () => {
    const typed = references.chain((reference) => fc.tuple(fc.constant(reference), spelling(reference)))
    fc.assert(
      fc.property(typed, ([reference, text]) => {
        expect(keyOf(text)).toBe(referenceKey(reference))
      })
    )
  })

  it("is tidied once: tidying it again changes nothing", () => {
    const texts = fc.oneof(fc.string({ unit: "binary" }), references.chain(spelling))
    fc.assert(
      fc.property(texts, (text) => {
        expect(tidyReference(tidyReference(text))).toBe(tidyReference(text))
      })
    )
  })

  it("of what is on record already is left exactly as it is", () => {
    const recorded = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,20}\d$/)
    fc.assert(
      fc.property(recorded, (text) => {
        expect(Option.getOrThrow(parseChildReference(text))).toBe(text)
      })
    )
  })
})

describe("two references", () => {
  /** Only capitals, and the dash before a number, may differ. */
  const bare = (reference: string) => reference.toUpperCase().replaceAll(/([A-Z])-(\d)/g, "$1$2")

  it("have one key only where they differ in capitals or in the dash before a number", () => {
    const anyReference = fc.stringMatching(/^[LCSO][LCSO01./_-]{0,5}[01]$/).map((text) => ChildReference.make(text))
    fc.assert(
      fc.property(anyReference, anyReference, (one, other) => {
        expect(isSameReference(one, other)).toBe(bare(one) === bare(other))
      }),
      { numRuns: 2_000 }
    )
  })

  it("with other digits never have one key", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (one, other) => {
        const [first, second] = [ChildReference.make(`LCS-${one}`), ChildReference.make(`LCS-${other}`)]
        expect(isSameReference(first, second)).toBe(one === other)
      })
    )
  })
})

describe("a new reference", () => {
  it("is recorded in capitals, with its own dashes", () => {
    expect(newChildReference(ChildReference.make("lcs-50001"))).toBe("LCS-50001")
    expect(newChildReference(ChildReference.make("lcs50001"))).toBe("LCS50001")
    expect(newPoliceReference(PoliceReference.make("syp-2026-1"))).toBe("SYP-2026-1")
  })

  it("that only stands in for the police's own stays as it was made", () => {
    const standIn = referenceNotYetGiven("0b9e1a2c")
    expect(newPoliceReference(standIn)).toBe(standIn)
  })

  it("still shows that it is a name after it was tidied", () => {
    const typed = Option.getOrThrow(parseChildReference("\uff25mma \u2013 2011"))
    expect(personalIn(typed)).toEqual(Option.some("name"))
  })

  it("of the police may hold spaces around its dashes, and none between digits", () => {
    expect(parsePoliceReference(" SYP\u20132026 - 1\u00a0")).toEqual(Option.some("SYP-2026-1"))
    expect(parsePoliceReference("SYP-2026 1")).toEqual(Option.none())
  })
})

it("text in plain characters keeps its spaces", () => {
  expect(plainCharacters("found \uff2c\uff23\uff33\u201150001\u200b at \u2013 home")).toBe("found LCS-50001 at - home")
})
