import { type Permission, type Role, reachOf } from "@safe-return/casework"
import { Effect } from "effect"
import type { MessageContent } from "../../blocks/blocks.ts"
import { section } from "../../blocks/blocks.ts"
import { referenceExamples, usualExamples } from "../../forms/referenceExamples.ts"

/** As our own sentences write a child's reference. */
const WRITTEN = usualExamples.child

/** One of our own sentences, with a reference as this council's look in place of the one it is written with. */
export const withExample = (sentence: string) =>
  Effect.map(referenceExamples, ({ child }) => sentence.replaceAll(WRITTEN, child))

export interface Help {
  readonly command: string
  readonly title: string
  /** Each with what it asks for. */
  readonly lines: ReadonlyArray<readonly [permission: Permission, line: string]>
  readonly small: string
}

const isOfWord = (line: string, command: string, word: string): boolean =>
  line.split("`").some((part) => part === `${command} ${word}` || part.startsWith(`${command} ${word} `))

/** How to use a command, as far as it is open to the reader; what was most likely meant first, where a word was mistyped. */
export const helpOn = (
  { command, title, lines, small }: Help,
  { roles, child }: { readonly roles: ReadonlySet<Role>; readonly child: string },
  meant: string | undefined
): MessageContent => {
  // A person without a role may do none of it, and reads what there is.
  const open = lines.filter(([permission]) => roles.size === 0 || reachOf(roles, permission) !== "none")
  const isOpen = (word: string) =>
    open.some(([, line]) => isOfWord(line, command, word)) || !lines.some(([, line]) => isOfWord(line, command, word))
  const guess =
    meant === undefined || !isOpen(meant) ? undefined : `Did you mean \`${command} ${meant}\`? Nothing was done.`
  const help = [
    title,
    ...open.map(([, line]) => `• ${line}`),
    ...(open.length === lines.length ? [] : ["Other words are for other roles."]),
    small
  ]
  return {
    text: guess ?? `How to use ${command}`,
    blocks: [...(guess === undefined ? [] : [section(guess)]), section(help.join("\n").replaceAll(WRITTEN, child))]
  }
}
