import type { Suggestion } from "./slashCommand.ts"

interface SuggestionListProps {
  readonly id: string
  readonly suggestions: ReadonlyArray<Suggestion>
  readonly marked: number
  readonly onTake: (suggestion: Suggestion) => void
}

/** The list above the composer. The focus stays in the composer, which says which of these is marked. */
export const SuggestionList = ({ id, suggestions, marked, onTake }: SuggestionListProps) => (
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
