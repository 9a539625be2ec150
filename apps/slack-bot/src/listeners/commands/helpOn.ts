import { type AnyCasePermission, notSetUp, People, type Permission, type Role, reachOf } from "@safe-return/casework"
import type { PersonId } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import type { MessageContent } from "../../blocks/blocks.ts"
import { section } from "../../blocks/blocks.ts"
import { pupilExample, referenceExamples, USUAL_PUPIL, usualExamples } from "../../forms/referenceExamples.ts"
import { mayDo } from "../../handlers/permissionsOn.ts"
import type { Meant } from "./typed.ts"

/** As our own sentences write a child's reference. */
const WRITTEN = usualExamples.child

/** One of our own sentences, with a reference as this council's look in place of the one it is written with. */
export const withExample = Effect.fnUntraced(function* (sentence: string) {
  const { child } = yield* referenceExamples
  return sentence.replaceAll(WRITTEN, child).replaceAll(USUAL_PUPIL, yield* pupilExample)
})

export interface Help {
  readonly command: string
  readonly title: string
  /** Each with what it asks for. */
  readonly lines: ReadonlyArray<readonly [permission: Permission, line: string]>
  readonly small: string
  /** What a person must be allowed who is set up for any of it. */
  readonly least: Permission
  /** What the words of the command ask for, whether a line names them or not. */
  readonly permissionOf: (word: string) => AnyCasePermission | Permission | "anyone" | undefined
}

/** Whether the word that was most likely meant would let this person in, about the child they named. */
const mayUse = Effect.fnUntraced(function* (
  { word, reference }: Meant,
  { permissionOf }: Help,
  reader: { readonly person: PersonId; readonly roles: ReadonlySet<Role> }
) {
  const permission = permissionOf(word)
  if (permission === undefined || permission === "anyone") return permission === "anyone"
  if (reference === undefined) return reachOf(reader.roles, permission) !== "none"
  return yield* mayDo(permission, Option.some({ child: reference }), reader)
})

/** How to use a command, as far as it is open to the reader; what was most likely meant first, where a word was mistyped. */
export const helpOn = Effect.fn("helpOn")(function* (help: Help, person: PersonId, meant: Meant | undefined) {
  const { command, title, lines, small, least } = help
  const roles = yield* (yield* People).rolesOf(person)
  const open = lines.filter(([permission]) => reachOf(roles, permission) !== "none")
  const isGuessed = meant !== undefined && (yield* mayUse(meant, help, { person, roles }))
  const guess = isGuessed ? `Did you mean \`${command} ${meant.word}\`? Nothing was done.` : undefined
  const said =
    open.length === 0
      ? [title, notSetUp(least).message]
      : [
          title,
          ...open.map(([, line]) => `• ${line}`),
          ...(open.length === lines.length ? [] : ["Other words are for other roles."]),
          small
        ]
  return {
    text: guess ?? `How to use ${command}`,
    blocks: [...(guess === undefined ? [] : [section(guess)]), section(yield* withExample(said.join("\n")))]
  } satisfies MessageContent
})
