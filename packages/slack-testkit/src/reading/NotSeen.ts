/** Words a person looks for, waiting until they are there, and the failure that prints what is there instead. */

/** A text that stands in what is read, or an expression that matches it. */
export type Words = string | RegExp

export const says = (text: string, words: Words): boolean =>
  typeof words === "string" ? text.includes(words) : new RegExp(words.source, words.flags.replace("g", "")).test(text)

export const inWords = (words: ReadonlyArray<Words>): string =>
  words.map((one) => (typeof one === "string" ? `"${one}"` : String(one))).join(" and ")

const indented = (text: string): string =>
  text
    .split("\n")
    .map((line) => `  | ${line}`)
    .join("\n")

/** A person does not see what they should; the message says what they do see. */
export class NotSeen extends Error {
  override readonly name = "NotSeen"

  constructor(who: string, expected: string, seen: ReadonlyArray<string>) {
    const shown = seen.length === 0 ? "  | nothing" : seen.map(indented).join("\n  |\n")
    super(`${who} does not see ${expected}, but:\n${shown}`)
  }
}

const pause = (millis: number) => new Promise<void>((resolve) => setTimeout(resolve, millis))
const lookAgainAfter = 25

/** Looks again and again, in real time, until `look` finds something; `missing` makes the error when patience ends. */
export const until = async <A>(
  patienceMillis: number,
  look: () => Promise<A | undefined>,
  missing: () => Promise<Error>
): Promise<A> => {
  const deadline = performance.now() + patienceMillis
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (performance.now() > deadline) throw await missing()
    await pause(lookAgainAfter)
  }
}
