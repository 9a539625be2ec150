import type { Done } from "../../api.ts"
import type { OpenScenario, PlayedScenario, PlayScenario, ShownStep } from "../../scenarios/api.ts"
import { ScenarioStep } from "./ScenarioStep.tsx"

export interface ScenarioWays {
  readonly onOpen: (asked: OpenScenario) => Promise<Done>
  readonly onPlay: (asked: PlayScenario) => Promise<Done>
  readonly onCheck: () => Promise<Done>
  readonly onLeave: () => Promise<Done>
  /** To the persona and the place of a step. */
  readonly onTake: (step: ShownStep) => void
}

interface ScenarioPlayProps {
  readonly played: PlayedScenario
  readonly isBusy: boolean
  readonly ask: (asking: () => Promise<Done>) => Promise<void>
  readonly ways: ScenarioWays
  readonly onShare: (id: string | undefined) => void
}

const progressOf = ({ steps, next }: PlayedScenario): string => {
  const failed = steps.filter(({ outcome }) => outcome?.ok === false).length
  const played = `${next} of ${steps.length} steps done`
  return failed === 0 ? played : `${played}, ${failed} not as expected`
}

export const ScenarioPlay = ({ played, isBusy, ask, ways, onShare }: ScenarioPlayProps) => {
  const { title, why, steps, next } = played
  const isOver = next >= steps.length
  const current = steps[next]

  /** The page follows to where the step took place, so that what came of it is in sight. */
  const play = async (until: "next step" | "end") => {
    const shown = until === "end" ? steps.at(-1) : current
    await ask(() => ways.onPlay({ until }))
    if (shown !== undefined) ways.onTake(shown)
  }

  return (
    <>
      <h3>{title}</h3>
      <p>{why}</p>
      <p className="tour-progress">
        <label htmlFor="scenario-progress">{progressOf(played)}</label>
        <progress id="scenario-progress" max={steps.length} value={next} />
      </p>
      <p className="visually-hidden" role="status">
        {isBusy ? "Playing." : `${progressOf(played)}.`}
      </p>
      <div className="tour-ways">
        {!isOver && (
          <button type="button" className="button" aria-disabled={isBusy} onClick={() => void play("end")}>
            Play to the end
          </button>
        )}
        <button type="button" className="button" aria-disabled={isBusy} onClick={() => void ask(ways.onLeave)}>
          Leave the scenario
        </button>
        <button type="button" className="button" onClick={() => onShare(undefined)}>
          Download what was done here
        </button>
      </div>
      {isOver && (
        <p className="reply-accepted">
          <strong>The scenario is over.</strong> Look around: the workspace stays as it is until another is opened.
        </p>
      )}
      <ol className="tour-steps">
        {steps.map((step, index) => (
          <ScenarioStep
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a scenario never change places.
            key={index}
            step={step}
            isCurrent={index === next}
            isBusy={isBusy}
            onTake={() => ways.onTake(step)}
            onPlay={() => void play("next step")}
            onCheck={() => void ask(ways.onCheck)}
          />
        ))}
      </ol>
    </>
  )
}
