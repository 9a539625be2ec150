import { useEffect, useRef } from "react"
import type { Persona, TourStepShown } from "../../api.ts"
import { Mrkdwn } from "../blocks/Mrkdwn.tsx"

interface TourStepProps {
  readonly step: TourStepShown
  readonly isCurrent: boolean
  readonly persona: Persona | undefined
  readonly me: Persona
  readonly onTake: () => void
}

/** Done, with what shows it; to be done now, with what to do; or still to come. */
export const TourStep = ({ step, isCurrent, persona, me, onTake }: TourStepProps) => {
  const item = useRef<HTMLLIElement>(null)
  const isDone = step.outcome !== undefined
  const state = isDone ? "done" : isCurrent ? "current" : "to-come"

  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: "nearest" })
  }, [isCurrent])

  return (
    <li ref={item} className={`tour-step tour-step-${state}`} aria-current={isCurrent ? "step" : undefined}>
      <h3>
        <span className="visually-hidden">{isDone ? "Done: " : isCurrent ? "Now: " : "To come: "}</span>
        {step.title}
      </h3>
      {step.outcome !== undefined && <Mrkdwn text={step.outcome} />}
      {isCurrent && (
        <>
          <p className="tour-persona">
            Act as <strong>{persona?.name}</strong>, {persona?.role}
            {persona?.id === me.id ? ": that is you now." : "."}
          </p>
          <Mrkdwn text={step.todo} />
          <button type="button" className="button button-primary" onClick={onTake}>
            Take me there
          </button>
        </>
      )}
    </li>
  )
}
