import { useState } from "react"
import type { Done } from "../../api.ts"
import type { PlayedScenario, ShownStep } from "../../scenarios/api.ts"

interface StepInFormProps {
  readonly played: PlayedScenario
  readonly onPlay: () => Promise<Done>
  readonly onTake: (step: ShownStep) => void
}

/** The step of a scenario inside an open form, which keeps the guide beside the page out of reach. */
export const StepInForm = ({ played: { steps, next }, onPlay, onTake }: StepInFormProps) => {
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const step = steps[next]
  if (step === undefined) return null

  const play = async () => {
    if (isBusy) return
    setBusy(true)
    const done = await onPlay()
    setBusy(false)
    if (done.ok) onTake(step)
    else setProblem(done.problem ?? "That did not work, and the server did not say why.")
  }

  return (
    <section className="dialog-guide" aria-label="Step of the scenario">
      <p>{step.byHand}</p>
      {problem !== undefined && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <button type="button" className="button" aria-disabled={isBusy} onClick={() => void play()}>
        Play this step
      </button>
    </section>
  )
}
