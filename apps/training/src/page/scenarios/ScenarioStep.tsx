import { useEffect, useRef } from "react"
import type { ShownStep, StepOutcome } from "../../scenarios/api.ts"

interface ScenarioStepProps {
  readonly step: ShownStep
  readonly isCurrent: boolean
  readonly isBusy: boolean
  readonly onTake: () => void
  readonly onPlay: () => void
  readonly onCheck: () => void
}

const Outcome = ({ problem, looked }: StepOutcome) => (
  <>
    {problem !== undefined && <p className="fault">{problem}</p>}
    <ul className="looked">
      {looked.map(({ ok, sentence }) => (
        <li key={sentence} className={ok ? "looked-seen" : "looked-missing"}>
          <span className="visually-hidden">{ok ? "Seen: " : "Not seen: "}</span>
          {sentence}
        </li>
      ))}
    </ul>
  </>
)

/** Played, with what was looked for ticked or told; to be done now, in two ways; or still to come. */
export const ScenarioStep = ({ step, isCurrent, isBusy, onTake, onPlay, onCheck }: ScenarioStepProps) => {
  const item = useRef<HTMLLIElement>(null)
  const { outcome, tell, byHand, sees } = step
  const state = outcome === undefined ? (isCurrent ? "current" : "to-come") : outcome.ok ? "done" : "failed"

  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: "nearest" })
  }, [isCurrent])

  return (
    <li ref={item} className={`tour-step tour-step-${state}`} aria-current={isCurrent ? "step" : undefined}>
      <p>
        <span className="visually-hidden">
          {{ done: "Done: ", failed: "Not as expected: ", current: "Now: ", "to-come": "To come: " }[state]}
        </span>
        {tell}
      </p>
      {outcome !== undefined && (
        <details open={!outcome.ok}>
          <summary>{outcome.ok ? "As expected" : "Not as expected"}</summary>
          <Outcome {...outcome} />
        </details>
      )}
      {isCurrent && (
        <>
          <p className="tour-persona">{byHand}</p>
          {sees.length > 0 && (
            <details>
              <summary>What must then be seen</summary>
              <ul className="looked">
                {sees.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </details>
          )}
          <div className="tour-ways">
            <button type="button" className="button button-primary" aria-disabled={isBusy} onClick={onPlay}>
              Play this step
            </button>
            <button type="button" className="button" onClick={onTake}>
              Take me there
            </button>
            <button type="button" className="button" aria-disabled={isBusy} onClick={onCheck}>
              I did it: check
            </button>
          </div>
        </>
      )}
    </li>
  )
}
