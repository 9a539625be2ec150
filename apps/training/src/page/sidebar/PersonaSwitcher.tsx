import { useId } from "react"
import type { Persona } from "../../api.ts"

interface PersonaSwitcherProps {
  readonly personas: ReadonlyArray<Persona>
  readonly me: Persona
  readonly onSwitch: (id: string) => void
}

export const PersonaSwitcher = ({ personas, me, onSwitch }: PersonaSwitcherProps) => {
  const id = useId()
  return (
    <div className="persona">
      <label htmlFor={id}>Acting as</label>
      <select id={id} aria-describedby={`${id}-hint`} value={me.id} onChange={({ target }) => onSwitch(target.value)}>
        {personas.map((persona) => (
          <option key={persona.id} value={persona.id}>
            {persona.name}, {persona.role}
          </option>
        ))}
      </select>
      {/* Said beforehand, because choosing changes the whole page at once. */}
      <span className="visually-hidden" id={`${id}-hint`}>
        The page shows what this person sees as soon as you choose.
      </span>
    </div>
  )
}
