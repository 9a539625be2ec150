import { type KeyboardEvent, useId, useRef, useState } from "react"
import { useTrainingContext } from "../server/TrainingContext.ts"
import { readTyped, type Suggestion, suggestionsFor } from "./slashCommand.ts"

interface SuggestionListProps {
  readonly id: string
  readonly suggestions: ReadonlyArray<Suggestion>
  readonly marked: number
  readonly onTake: (suggestion: Suggestion) => void
}

/** The list above the composer. The focus stays in the composer, which says which of these is marked. */
const SuggestionList = ({ id, suggestions, marked, onTake }: SuggestionListProps) => (
  <div className="suggestions" id={id} role="listbox" aria-label="Commands">
    {suggestions.map((suggestion, index) => (
      <div
        key={suggestion.label}
        id={`${id}-${index}`}
        role="option"
        tabIndex={-1}
        aria-selected={index === marked}
        // On pointer down, because a click would first take the focus out of the composer.
        onPointerDown={(event) => {
          event.preventDefault()
          onTake(suggestion)
        }}
      >
        <span className="suggestion-label">{suggestion.label}</span>
        <span className="suggestion-detail">{suggestion.detail}</span>
      </div>
    ))}
  </div>
)

const NO_CHAT = "Training has no free chat. Type / to see the commands."

/** Takes slash commands and nothing else, with what could come next listed above it. */
export const Composer = ({ channel }: { readonly channel: string }) => {
  const { workspace, command } = useTrainingContext()
  const [typed, setTyped] = useState("")
  const [problem, setProblem] = useState<string>()
  const [marked, setMarked] = useState(-1)
  const [isListClosed, setListClosed] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const { commands, personas } = workspace
  const suggestions = isListClosed ? [] : suggestionsFor(typed, commands, personas)

  const type = (text: string) => {
    setTyped(text)
    setProblem(undefined)
    setMarked(-1)
    setListClosed(false)
  }

  const take = (suggestion: Suggestion) => {
    type(suggestion.completed)
    input.current?.focus()
  }

  const send = async () => {
    const read = readTyped(typed, commands, personas)
    if (read.kind === "nothing") return
    if (read.kind === "chat") return setProblem(NO_CHAT)
    if (read.kind === "unknown-command") {
      return setProblem(
        `There is no command ${read.command} here. The commands: ${commands.map((c) => c.command).join(", ")}.`
      )
    }
    // Emptied at once, as in Slack: what is typed while the answer is on its way is the next command, and stays.
    type("")
    const done = await command({ channel, command: read.command, text: read.text })
    if (done.ok) return
    setTyped((since) => (since === "" ? typed : since))
    setProblem(done.problem ?? "The command did not work, and the server did not say why.")
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const move = (to: number) => {
      event.preventDefault()
      setMarked((to + suggestions.length) % suggestions.length)
    }
    if (event.key === "ArrowDown" && suggestions.length > 0) move(marked + 1)
    else if (event.key === "ArrowUp" && suggestions.length > 0) move(marked <= 0 ? suggestions.length - 1 : marked - 1)
    else if (event.key === "Escape") setListClosed(true)
    else if (event.key === "Enter") {
      const suggestion = suggestions[marked]
      if (suggestion === undefined) return
      event.preventDefault()
      take(suggestion)
    }
  }

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {suggestions.length > 0 && (
        <SuggestionList id={`${id}-list`} suggestions={suggestions} marked={marked} onTake={take} />
      )}
      <label className="visually-hidden" htmlFor={id}>
        Message or slash command
      </label>
      <input
        ref={input}
        id={id}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={suggestions.length > 0}
        aria-controls={suggestions.length > 0 ? `${id}-list` : undefined}
        aria-activedescendant={marked === -1 ? undefined : `${id}-list-${marked}`}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        placeholder="Type / for a command"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => type(target.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" className="button button-primary">
        Send
      </button>
      {problem !== undefined && (
        <p className="problem" role="alert" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </form>
  )
}
