import { useState } from "react"
import type { Done, Tour, TourStepShown } from "../../api.ts"
import { useTrainingContext } from "../server/TrainingContext.ts"
import { TourStep } from "./TourStep.tsx"

interface TourGuideProps {
  readonly tour: Tour
  readonly onStart: () => Promise<Done>
  readonly onLeave: () => Promise<Done>
  readonly onTake: (step: TourStepShown) => void
}

/** The tour as the server last found it: every tick stands for something that really happened. */
export const TourGuide = ({ tour: { titles, steps, child }, onStart, onLeave, onTake }: TourGuideProps) => {
  const { workspace } = useTrainingContext()
  const [problem, setProblem] = useState<string>()

  const ask = async (asked: Promise<Done>) => {
    const done = await asked
    setProblem(done.ok ? undefined : (done.problem ?? "That did not work, and the server did not say why."))
  }
  const said = problem !== undefined && (
    <p className="problem" role="alert">
      {problem}
    </p>
  )

  if (steps === undefined) {
    return (
      <>
        <p>
          Ten steps from the police’s notification to the closed case, with a synthetic child of its own. You act as
          each person in turn. A step is ticked off when it has really happened. It takes about a quarter of an hour,
          and you can leave it and come back.
        </p>
        <ol className="tour-titles">
          {titles.map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ol>
        <button type="button" className="button button-primary" onClick={() => void ask(onStart())}>
          Start the tour
        </button>
        {said}
      </>
    )
  }

  const doneCount = steps.filter(({ outcome }) => outcome !== undefined).length
  const current = steps.find(({ outcome }) => outcome === undefined)
  return (
    <>
      <p className="tour-progress">
        <label htmlFor="tour-progress">
          {doneCount} of {steps.length} done
        </label>
        <progress id="tour-progress" max={steps.length} value={doneCount} />
      </p>
      <p className="visually-hidden" role="status">
        {current === undefined
          ? "The tour is complete."
          : `${doneCount} of ${steps.length} done. Next: ${current.title}.`}
      </p>
      {current === undefined && (
        <p className="reply-accepted">
          <strong>The tour is complete.</strong> {child} has gone the whole way. Try the rest by yourself, or start
          again with another child.
        </p>
      )}
      <ol className="tour-steps">
        {steps.map((step) => (
          <TourStep
            key={step.id}
            step={step}
            isCurrent={step === current}
            persona={workspace.personas.find(({ id }) => id === step.as)}
            me={workspace.me}
            onTake={() => onTake(step)}
          />
        ))}
      </ol>
      <div className="tour-ways">
        <button type="button" className="button" onClick={() => void ask(onStart())}>
          Start again
        </button>
        <button type="button" className="button" onClick={() => void ask(onLeave())}>
          Leave the tour
        </button>
      </div>
      {said}
    </>
  )
}
