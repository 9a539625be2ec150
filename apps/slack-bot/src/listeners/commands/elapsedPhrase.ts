/** So much time before or after now, as it is typed: `20 minutes ago`, `an hour and a half ago`, `in 2 hours`. */

const words: ReadonlyArray<readonly [RegExp, string]> = [
  [/\b(?:a )?quarter of an hour\b/g, "15 minutes"],
  [/\bhalf an hour\b|\ba half hour\b|\bhalf hour\b/g, "30 minutes"],
  [/\ban hour and a half\b/g, "90 minutes"],
  [/\b(\d{1,3}) and a half hours\b/g, "$1.5 hours"],
  [/\ban hour\b/g, "1 hour"],
  [/\ba minute\b/g, "1 minute"],
  [/\ba couple of\b/g, "2"],
  [/\band\b/g, " "]
]

const numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]

const PART = /(\d{1,3}(?:\.\d{1,2})?)\s*(h(?:ou)?rs?|h|min(?:ute)?s?|m)(?![a-z])/g

const MILLISECONDS = { hour: 3_600_000, minute: 60_000 }

/** The span in milliseconds; undefined where the whole text is none. */
export const readSpan = (text: string): number | undefined => {
  const digits = text.replaceAll(/[a-z]+/g, (word) => {
    const place = numbers.indexOf(word)
    return place === -1 ? word : String(place + 1)
  })
  const plain = words.reduce((so, [pattern, with_]) => so.replaceAll(pattern, with_), digits).trim()
  const parts = [...plain.matchAll(PART)]
  if (parts.length === 0 || plain.replaceAll(PART, "").trim() !== "") return undefined
  return parts.reduce(
    (sum, [, many, unit = ""]) => sum + Number(many) * MILLISECONDS[unit.startsWith("h") ? "hour" : "minute"],
    0
  )
}
