/** What the composer makes of what was typed: a slash command for the bot, or something training has no place for. */
import type { Persona, Workspace } from "../../api.ts"

type Command = Workspace["commands"][number]

type TypedText =
  | { readonly kind: "nothing" }
  | { readonly kind: "command"; readonly command: string; readonly text: string }
  | { readonly kind: "unknown-command"; readonly command: string }
  | { readonly kind: "chat" }

/** `@Name` becomes an id, as in Slack; longer names first, because "@Sam Lee" must not be read as "@Sam". */
export const withMentions = (text: string, people: ReadonlyArray<Persona>): string =>
  [...people]
    .sort((a, b) => b.name.length - a.name.length)
    .reduce((soFar, { id, name }) => soFar.replaceAll(`@${name}`, `<@${id}>`), text)

export const readTyped = (
  typed: string,
  commands: ReadonlyArray<Command>,
  people: ReadonlyArray<Persona>
): TypedText => {
  const trimmed = typed.trim()
  if (trimmed === "") return { kind: "nothing" }
  if (!trimmed.startsWith("/")) return { kind: "chat" }
  const [command = ""] = trimmed.split(/\s+/)
  if (!commands.some((known) => known.command === command)) return { kind: "unknown-command", command }
  return { kind: "command", command, text: withMentions(trimmed.slice(command.length).trim(), people) }
}

export interface Suggestion {
  /** What the composer holds once it is taken. */
  readonly completed: string
  readonly label: string
  readonly detail: string
}

/** The part of a hint that is typed as it stands: `assign` of `assign <reference> @person`. */
const wordsToType = (hint: string): string => (hint.split(/[<[@]/)[0] ?? "").trim()

/** A hint such as `assign <reference> @person | queue` lists ways to use one command: each is a suggestion. */
const commandSuggestions = (typed: string, commands: ReadonlyArray<Command>): ReadonlyArray<Suggestion> =>
  commands
    .flatMap(({ command, hint, description }) =>
      hint.split(/\s*\|\s*/).map((way) => ({
        completed: `${`${command} ${wordsToType(way)}`.trim()} `,
        label: `${command} ${way}`.trim(),
        detail: description
      }))
    )
    .flatMap((suggestion) => {
      if (suggestion.completed.startsWith(typed)) return [suggestion]
      // Already typed as far as it can be completed: it stays in sight as a reminder of what follows.
      return typed.startsWith(suggestion.completed) ? [{ ...suggestion, completed: typed }] : []
    })

/** By the beginning of any part of the name, so that a surname finds its person too. */
const personSuggestions = (typed: string, people: ReadonlyArray<Persona>): ReadonlyArray<Suggestion> => {
  const at = typed.lastIndexOf("@")
  if (at === -1) return []
  const begun = typed.slice(at + 1).toLowerCase()
  return people
    .filter(({ name }) => ` ${name.toLowerCase()}`.includes(` ${begun}`) && name.toLowerCase() !== begun.trimEnd())
    .map(({ name, role }) => ({ completed: `${typed.slice(0, at)}@${name} `, label: `@${name}`, detail: role }))
}

/** What could come next: people after an `@`, else the commands that begin so. */
export const suggestionsFor = (
  typed: string,
  commands: ReadonlyArray<Command>,
  people: ReadonlyArray<Persona>
): ReadonlyArray<Suggestion> => {
  if (!typed.startsWith("/")) return []
  const persons = personSuggestions(typed, people)
  return persons.length > 0 ? persons : commandSuggestions(typed, commands)
}
