/** A file of letters, one JSON line each: the transport of a front end that has no chat. */
import { appendFileSync, existsSync, readFileSync } from "node:fs"
import { type Message, makePlainTextRenderer, type Place, SendFailed, type Transport } from "@safe-return/outreach"
import { Clock, Effect, Schema } from "effect"

export const Letter = Schema.Struct({
  /** Counted up; a letter that replaces another has the number of the one it replaces. */
  number: Schema.Int,
  at: Schema.Int,
  to: Schema.String,
  about: Schema.String,
  key: Schema.String,
  subject: Schema.String,
  lines: Schema.Array(Schema.String)
})
export type Letter = typeof Letter.Type

const decodeLetter = Schema.decodeUnknownSync(Schema.fromJsonString(Letter))

/** What is in the file, oldest first; a last line that was cut off by a crash was never sent. */
export const readLetters = (path: string): ReadonlyArray<Letter> => {
  if (!existsSync(path)) return []
  const whole = readFileSync(path, "utf8").split("\n").slice(0, -1)
  return whole.map((line) => decodeLetter(line))
}

const boxOf = (place: Place, headOf: (key: string) => string | undefined): string | undefined => {
  switch (place._tag) {
    case "MissingChannel":
      return "everybody"
    case "EducationChannel":
      return "education team"
    case "Person":
      return place.person
    case "Channel":
      return place.id
    case "ThreadOf":
      return headOf(place.key)
    case "Outside":
      return undefined
  }
}

/** @param say puts our sentences into the council's own words */
export const letterFile = (path: string, say?: (text: string) => string): Transport => {
  const renderer = makePlainTextRenderer(String, "this file", say)
  const sent = [...readLetters(path)]
  let last = sent.reduce((highest, { number }) => Math.max(highest, number), 0)

  const write = (letter: Omit<Letter, "subject" | "lines">, message: Message, mayBeRepeated: boolean) =>
    Effect.try({
      try: () => {
        const whole: Letter = { ...letter, ...renderer.render(message, { mayBeRepeated }) }
        appendFileSync(path, `${JSON.stringify(whole)}\n`, { flush: true })
        sent.push(whole)
      },
      catch: (cause) => new SendFailed({ act: `Writing to ${path}`, reason: String(cause), fault: "passing" })
    })

  return {
    name: "the file of letters",
    addressOf: (place, delivered) => {
      const headOf = (key: string) => {
        const head = delivered.get(key)
        return head?._tag === "Sent" ? head.channel : undefined
      }
      const channel = boxOf(place, headOf)
      return Effect.succeed(channel === undefined ? undefined : { channel })
    },
    find: ({ channel }, { about, key }, since, limits) =>
      Effect.sync(() => {
        const found = sent.findLast(
          (letter) =>
            letter.to === channel &&
            letter.about === about &&
            letter.key === key &&
            letter.at >= since &&
            String(letter.number) !== limits?.besides
        )
        return found === undefined ? undefined : String(found.number)
      }),
    post: Effect.fn("LetterFile.post")(function* ({ channel }, name, message, marks) {
      const at = yield* Clock.currentTimeMillis
      last += 1
      const number = last
      yield* write({ number, at, to: channel, ...name }, message, marks?.mayBeRepeated === true)
      return String(number)
    }),
    change: Effect.fn("LetterFile.change")(function* ({ channel }, number, name, message) {
      const at = yield* Clock.currentTimeMillis
      yield* write({ number: Number(number), at, to: channel, ...name }, message, false)
    }),
    fingerprintOf: (message) => JSON.stringify(renderer.render(message))
  }
}
