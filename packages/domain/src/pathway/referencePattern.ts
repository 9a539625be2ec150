/**
 * The forms that a council's references have, so that a name or a birth date cannot come in as one. A pattern is a picture
 * of a reference and no regular expression: docs/decisions/0033.
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { plainCharacters } from "./referenceSpelling.ts"

const Sign = Schema.Union([Schema.Literals(["digit", "letter"]), Schema.Struct({ literally: Schema.String })])
type Sign = typeof Sign.Type

const Part = Schema.Struct({ sign: Sign, least: Schema.Int, most: Schema.Int })
type Part = typeof Part.Type

/** One form of a reference, such as `LCS-#####`. */
export const ReferencePattern = Schema.Struct({
  /** As the council wrote it, for the sentence that says what is asked for. */
  text: Schema.NonEmptyString,
  parts: Schema.Array(Part)
})
export type ReferencePattern = typeof ReferencePattern.Type

/** The forms of a council's references; a reference fits where it has one of them. */
export const ReferencePatterns = Schema.Struct({
  /** The case system's references for children. */
  child: Schema.NonEmptyArray(ReferencePattern),
  /** Its references for forms and records. */
  caseSystem: Schema.NonEmptyArray(ReferencePattern),
  police: Schema.NonEmptyArray(ReferencePattern)
})
export type ReferencePatterns = typeof ReferencePatterns.Type

/** No reference is longer than this. */
const LONGEST = 64

/** More letters in a row that may be any can be a name. A working choice. */
const MOST_FREE_LETTERS = 3

const PART = /([#@]|[A-Za-z0-9._/-])(?:\{(\d{1,2})(?:-(\d{1,2}))?\})?/gy

const signOf = (character: string): Sign =>
  character === "#" ? "digit" : character === "@" ? "letter" : { literally: character.toUpperCase() }

const partsOf = (text: string): ReadonlyArray<Part> | undefined => {
  const found = [...text.matchAll(PART)]
  if (found.reduce((length, [part]) => length + part.length, 0) !== text.length) return undefined
  return found.map(([, character = "", least = "1", most = least]) => ({
    sign: signOf(character),
    least: Number(least),
    most: Number(most)
  }))
}

/** How many letters that may be any stand in a row at most. */
const freeLettersIn = (parts: ReadonlyArray<Part>): number => {
  let [inARow, most] = [0, 0]
  for (const part of parts) {
    inARow = part.sign === "letter" ? inARow + part.most : 0
    most = Math.max(most, inARow)
  }
  return most
}

const isDigits = (part: Part): boolean => part.sign === "digit"

const faultIn = (parts: ReadonlyArray<Part>): string | undefined => {
  if (parts.some(({ least, most }) => least < 1 || most < least)) return "counts from more to fewer, or from none"
  if (parts.reduce((length, { most }) => length + most, 0) > LONGEST) return `is longer than ${LONGEST} characters`
  if (!parts.some(isDigits)) return "holds no # for a digit (in a file of variables it may need quotes around it)"
  if (freeLettersIn(parts) > MOST_FREE_LETTERS) {
    return `holds more than ${MOST_FREE_LETTERS} @ in a row, so that a name would fit: write the letters that are always the same`
  }
  return undefined
}

const isSign = (sign: Sign, character: string | undefined): boolean => {
  if (character === undefined) return false
  if (sign === "digit") return /[0-9]/.test(character)
  if (sign === "letter") return /[A-Z]/.test(character)
  return sign.literally === character
}

const isLetter = ({ sign }: Part): boolean => sign === "letter" || (sign !== "digit" && /[A-Z]/.test(sign.literally))
const isNumber = ({ sign }: Part): boolean => sign === "digit" || (sign !== "letter" && /[0-9]/.test(sign.literally))

/** Where in the text a pattern may stand after this part; all places are followed at once, so no pattern takes long. */
const placesAfter = (text: string, { sign, least, most }: Part, before: ReadonlySet<number>): Set<number> => {
  const after = new Set<number>()
  for (const start of before) {
    for (let count = 0; count <= most; count += 1) {
      if (count >= least) after.add(start + count)
      if (!isSign(sign, text[start + count])) break
    }
  }
  return after
}

/** The dash between letters and their number may be left out, as `referenceKey` has it. */
const mayBeLeftOut = (parts: ReadonlyArray<Part>, place: number): boolean => {
  const [before, part, after] = [parts[place - 1], parts[place], parts[place + 1]]
  if (before === undefined || part === undefined || after === undefined) return false
  return typeof part.sign === "object" && part.sign.literally === "-" && isLetter(before) && isNumber(after)
}

/** Whether the whole text has the form of this pattern. */
export const hasForm = (text: string, { parts }: ReferencePattern): boolean => {
  if (text.length > LONGEST) return false
  const written = text.toUpperCase()
  let places: ReadonlySet<number> = new Set([0])
  for (const [place, part] of parts.entries()) {
    const after = placesAfter(written, part, places)
    places = mayBeLeftOut(parts, place) ? new Set([...places, ...after]) : after
  }
  return places.has(written.length)
}

/** Birth dates as people write them: a pattern that one of them fits keeps no date out. */
const DATES = ["-", "/", ".", "_", ""].flatMap((mark) =>
  [
    ["2011", "03", "12"],
    ["12", "03", "2011"],
    ["12", "03", "11"],
    ["12", "MAR", "2011"],
    ["12", "MAR", "11"]
  ]
    .map((parts) => parts.join(mark))
    .filter((date) => mark !== "" || date.includes("M"))
)

/**
 * Reads a pattern: `#` is any digit, `@` any letter, `#{4-7}` four to seven of them, and all else stands for itself.
 *
 * What is wrong is a failure with a phrase that says so. A pattern that a birth date fits is refused, and so is one of
 * more than three letters in a row that may be any, of more than 64 characters, or without a digit. Any value may be
 * given.
 *
 * @example
 * ```ts
 * import { parseReferencePattern } from "@safe-return/domain/pathway"
 * import { Result } from "effect"
 *
 * Result.map(parseReferencePattern("LCS-#{4-7}"), ({ text }) => text) // success("LCS-#{4-7}")
 * Result.isFailure(parseReferencePattern("@{4}#")) // true
 * parseReferencePattern("##-##-####") // failure("is the form of a date")
 * ```
 */
export const parseReferencePattern = (text: string): Result.Result<ReferencePattern, string> => {
  const parts = typeof text === "string" ? partsOf(text) : undefined
  if (parts === undefined || parts.length === 0) {
    return Result.fail("may hold letters, digits, - . _ / and # for a digit, @ for a letter, {2-5} for how many")
  }
  const pattern = { text, parts }
  const fault = faultIn(parts) ?? (DATES.some((date) => hasForm(date, pattern)) ? "is the form of a date" : undefined)
  return fault === undefined ? Result.succeed(pattern) : Result.fail(fault)
}

/**
 * Whether a reference, in any spelling, has one of these forms.
 *
 * @example
 * ```ts
 * import { fitsPatterns, parseReferencePatterns } from "@safe-return/domain/pathway"
 * import { Result } from "effect"
 *
 * Result.map(parseReferencePatterns("LCS-#{4-7}"), (patterns) => fitsPatterns("lcs10432", patterns)) // success(true)
 * Result.map(parseReferencePatterns("LCS-#{4-7}"), (patterns) => fitsPatterns("Emma2011", patterns)) // success(false)
 * ```
 */
export const fitsPatterns = (reference: string, patterns: ReadonlyArray<ReferencePattern>): boolean => {
  const written = plainCharacters(reference)
  return patterns.some((pattern) => hasForm(written, pattern))
}

/**
 * The patterns of a list with commas or spaces between them, or in a sentence what is wrong with the first that is.
 *
 * @example
 * ```ts
 * import { parseReferencePatterns } from "@safe-return/domain/pathway"
 * import { Result } from "effect"
 *
 * Result.map(parseReferencePatterns("LCS-#{4-7}, EHM#####"), (patterns) => patterns.length) // success(2)
 * Result.isFailure(parseReferencePatterns("LCS-#####, LCS")) // true
 * ```
 */
export const parseReferencePatterns = (
  text: string
): Result.Result<readonly [ReferencePattern, ...ReadonlyArray<ReferencePattern>], string> => {
  if (typeof text !== "string") return Result.fail("must be text")
  const texts = text.split(/[\s,]+/).filter((one) => one !== "")
  return Result.flatMap(
    Result.all(
      texts.map((one, place) =>
        Result.mapError(parseReferencePattern(one), (fault) =>
          texts.length === 1 ? fault : `is wrong in its pattern number ${place + 1}, which ${fault}`
        )
      )
    ),
    ([first, ...others]) => (first === undefined ? Result.fail("must be set") : Result.succeed([first, ...others]))
  )
}

const marksInWords: Readonly<Record<string, string>> = {
  "-": "a dash",
  "/": "a slash",
  ".": "a full stop",
  _: "an underscore"
}

const countInWords = ({ least, most }: Pick<Part, "least" | "most">, one: string): string =>
  most === 1 ? `a ${one}` : `${least === most ? most : `${least} to ${most}`} ${one}s`

/** Neighbours of one kind as one: the signs of a picture are read together. */
const joined = (parts: ReadonlyArray<Part>): ReadonlyArray<Part> => {
  const together: Array<Part> = []
  for (const part of parts) {
    const last = together.at(-1)
    const { sign } = part
    if (typeof sign === "object") {
      const written = typeof last?.sign === "object" ? last.sign.literally : ""
      if (written !== "") together.pop()
      together.push({ sign: { literally: `${written}${sign.literally.repeat(part.most)}` }, least: 1, most: 1 })
    } else if (last?.sign === sign) {
      together[together.length - 1] = { sign, least: last.least + part.least, most: last.most + part.most }
    } else together.push(part)
  }
  return together
}

const partInWords = (part: Part): string => {
  if (typeof part.sign === "string") return countInWords(part, part.sign)
  const { literally } = part.sign
  return marksInWords[literally] ?? literally
}

const DIGITS = "1234567890"
const LETTERS = "ABC"

const exampleOf = ({ parts }: ReferencePattern): string => {
  let [digits, letters] = [0, 0]
  const signs = parts.flatMap(({ sign, most }) => Array.from({ length: most }, () => sign))
  return signs
    .map((sign) => {
      if (sign === "digit") return DIGITS[digits++ % DIGITS.length]
      return sign === "letter" ? LETTERS[letters++ % LETTERS.length] : sign.literally
    })
    .join("")
}

/**
 * A made-up reference of the first of these forms, such as `LCS-12345`.
 *
 * @example
 * ```ts
 * import { parseReferencePatterns, referenceExample } from "@safe-return/domain/pathway"
 * import { Result } from "effect"
 *
 * Result.map(parseReferencePatterns("LCS-#####, EHM#####"), referenceExample) // success("LCS-12345")
 * ```
 */
export const referenceExample = ([first]: readonly [ReferencePattern, ...ReadonlyArray<ReferencePattern>]): string =>
  exampleOf(first)

const listed = (words: ReadonlyArray<string>): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`

/**
 * `LCS- and 4 to 7 digits, such as LCS-1234567`: what is asked for, for people who have never seen a pattern.
 *
 * @example
 * ```ts
 * import { parseReferencePatterns, patternsInWords } from "@safe-return/domain/pathway"
 * import { Result } from "effect"
 *
 * Result.map(parseReferencePatterns("LCS-#{4-7}"), patternsInWords) // success("LCS- and 4 to 7 digits, such as LCS-1234567")
 * ```
 */
export const patternsInWords = (patterns: ReadonlyArray<ReferencePattern>): string =>
  patterns
    .map((pattern) => `${listed(joined(pattern.parts).map(partInWords))}, such as ${exampleOf(pattern)}`)
    .join("; or ")
