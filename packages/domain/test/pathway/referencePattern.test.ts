import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  fitsPatterns,
  parseReferencePattern,
  parseReferencePatterns,
  patternsInWords,
  referenceExample
} from "../../src/pathway/index.ts"

const fits = (reference: string, patterns: string) =>
  fitsPatterns(reference, Result.getOrThrow(parseReferencePatterns(patterns)))

describe("a council's pattern of references", () => {
  it.each([
    ["LCS-10432", "LCS-#####"],
    ["lcs-10432", "LCS-#####"],
    ["LCS10432", "LCS-#####"],
    ["LCS\u201110432", "LCS-#####"],
    ["1048576", "LCS-#####, #{6-8}"],
    ["SYP-2026-0001234", "SYP-####-#######"],
    ["14AB/12345/26", "##@@/#{1-5}/##"],
    ["K7", "@#"]
  ])("takes %j under %j", (reference, patterns) => {
    expect(fits(reference, patterns)).toBe(true)
  })

  it.each([
    ["SMITH-JADE-14", "LCS-#####"],
    ["JOHN.SMITH.2011", "LCS-#####, #{6-8}"],
    ["12-MAR-2011", "LCS-#####, ###-#{5-8}"],
    ["Jade-Smith-born-2009-04-01", "SYP-####-#######"],
    ["LCS-1043", "LCS-#####"],
    ["LCS-104321", "LCS-#####"],
    ["XLCS-10432", "LCS-#####"],
    ["LCS-10432-JADE", "LCS-#####"],
    ["SYP2026-0001234-JADE", "SYP-####-#######"],
    ["", "LCS-#####"]
  ])("keeps out %j under %j", (reference, patterns) => {
    expect(fits(reference, patterns)).toBe(false)
  })

  it.each([
    ["LCS-10432", "holds no #"],
    ["LCS-", "holds no #"],
    ["", "must be set"],
    ["[A-Z]+-\\d+", "may hold letters, digits"],
    ["(#+)+", "may hold letters, digits"],
    ["LCS-#{7-4}", "counts from more to fewer"],
    ["LCS-#{0-4}", "counts from more to fewer"],
    ["#{60}#{60}", "is longer than 64"],
    ["@{3-20}-####", "more than 3 @ in a row"],
    ["@@@@-####", "more than 3 @ in a row"],
    ["####-##-##", "the form of a date"],
    ["##-@@@-####", "the form of a date"],
    ["LCS-#####, ##.##.####", "number 2, which is the form of a date"]
  ])("is refused as %j, because it %s", (patterns, why) => {
    const read = parseReferencePatterns(patterns)
    expect(Result.isFailure(read) ? read.failure : "taken").toContain(why)
  })

  it.each([
    ["LCS-#{4-7}", "LCS- and 4 to 7 digits, such as LCS-1234567"],
    ["SYP-####-#{1-7}", "SYP-, 4 digits, a dash and 1 to 7 digits, such as SYP-1234-5678901"],
    ["@@/#", "2 letters, a slash and a digit, such as AB/1"],
    ["LCS-#####,EHM-####", "LCS- and 5 digits, such as LCS-12345; or EHM- and 4 digits, such as EHM-1234"]
  ])("is told in words with an example: %s", (patterns, words) => {
    expect(patternsInWords(Result.getOrThrow(parseReferencePatterns(patterns)))).toBe(words)
  })

  it("has an example that fits it", () => {
    const sign = fc.constantFrom("#", "@", "A", "7", "-", "#{1-9}", "#{2}")
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1, maxLength: 7 }), (signs) => {
        const pattern = parseReferencePattern(signs.join(""))
        if (Result.isFailure(pattern)) return
        expect(fitsPatterns(referenceExample([pattern.success]), [pattern.success])).toBe(true)
      })
    )
  })

  it("takes whatever is written by it, and never long", () => {
    const sign = fc.constantFrom("#", "A", "7", "-", "#{1-9}")
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1, maxLength: 7 }), fc.string({ unit: "grapheme" }), (signs, other) => {
        const pattern = parseReferencePattern(signs.join(""))
        if (Result.isFailure(pattern)) return
        const written = signs.map((one) => one.replaceAll("#{1-9}", "123").replaceAll("#", "5")).join("")
        expect(fitsPatterns(written, [pattern.success])).toBe(true)
        if (/[^A-Za-z0-9-]/.test(other.normalize("NFKC"))) expect(fitsPatterns(other, [pattern.success])).toBe(false)
      })
    )
    const began = performance.now()
    const greedy = Result.getOrThrow(parseReferencePatterns(`${"#{1-5}1".repeat(10)}X`))
    expect(fitsPatterns("1".repeat(64), greedy)).toBe(false)
    expect(performance.now() - began).toBeLessThan(200)
  })
})
