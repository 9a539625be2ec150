import { useState } from "react"
import type { ClockRequest, Done } from "../../api.ts"
import { londonDayAndTime } from "./londonTime.ts"
import { MoveClockDialog } from "./MoveClockDialog.tsx"
import { ResetDialog } from "./ResetDialog.tsx"
import { useTrainingTime } from "./useTrainingTime.ts"

interface TrainingBannerProps {
  /** Training time as the server last said it. */
  readonly said: string | undefined
  readonly isRunning: boolean
  readonly onMove: (request: ClockRequest) => Promise<Done>
  readonly onReset: () => Promise<Done>
}

const STEPS = [
  { label: "+1 hour", minutes: 60 },
  { label: "+4 hours", minutes: 4 * 60 },
  { label: "+1 day", minutes: 24 * 60 }
]

/** Says at all times that nobody here is real, and what time training takes it to be. */
export const TrainingBanner = ({ said, isRunning, onMove, onReset }: TrainingBannerProps) => {
  const now = useTrainingTime(said, isRunning)
  const [open, setOpen] = useState<"clock" | "reset">()
  const [problem, setProblem] = useState<string>()
  const [isMoving, setMoving] = useState(false)

  const step = async (minutes: number) => {
    if (isMoving) return
    setMoving(true)
    const done = await onMove({ advanceMinutes: minutes })
    setMoving(false)
    setProblem(done.ok ? undefined : (done.problem ?? "The clock did not move."))
  }

  return (
    <header className="banner">
      <p className="banner-claim">Training: synthetic children</p>
      {now !== undefined && (
        <>
          <p className="banner-time">
            <span className="visually-hidden">Training time: </span>
            <time dateTime={new Date(now).toISOString()}>{londonDayAndTime(now)}</time>
          </p>
          <fieldset className="banner-controls" aria-label="Training clock">
            {STEPS.map(({ label, minutes }) => (
              <button
                key={label}
                type="button"
                className="button"
                aria-disabled={isMoving}
                onClick={() => step(minutes)}
              >
                {label}
              </button>
            ))}
            <button type="button" className="button" onClick={() => setOpen("clock")}>
              Set time
            </button>
            <button type="button" className="button" onClick={() => setOpen("reset")}>
              Reset
            </button>
          </fieldset>
        </>
      )}
      {problem !== undefined && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {open === "clock" && now !== undefined && (
        <MoveClockDialog now={now} onMove={onMove} onClose={() => setOpen(undefined)} />
      )}
      {open === "reset" && <ResetDialog onReset={onReset} onClose={() => setOpen(undefined)} />}
    </header>
  )
}
