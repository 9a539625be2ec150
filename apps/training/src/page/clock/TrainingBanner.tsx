import { useRef, useState } from "react"
import type { ClockMoved, ClockRequest, Done, Workspace } from "../../api.ts"
import { londonDayAndTime } from "./londonTime.ts"
import { MoveClockDialog } from "./MoveClockDialog.tsx"
import { movedInWords } from "./moved.ts"
import { ResetDialog } from "./ResetDialog.tsx"
import { useTrainingTime } from "./useTrainingTime.ts"

interface TrainingBannerProps {
  /** Training time as the server last said it. */
  readonly said: string | undefined
  /** While anyone moves the clock: from when to when. */
  readonly moving: Workspace["moving"]
  readonly isRunning: boolean
  readonly onMove: (request: ClockRequest) => Promise<ClockMoved>
  readonly onReset: () => Promise<Done>
}

const STEPS = [
  { label: "+1 hour", minutes: 60 },
  { label: "+4 hours", minutes: 4 * 60 },
  { label: "+1 day", minutes: 24 * 60 }
]

const MINUTE_MS = 60_000

/** Says at all times that nobody here is real, and what time training takes it to be. */
export const TrainingBanner = ({ said, moving, isRunning, onMove, onReset }: TrainingBannerProps) => {
  const [open, setOpen] = useState<"clock" | "reset">()
  const [problem, setProblem] = useState<string>()
  const [moved, setMoved] = useState<string>()
  const [isAsked, setAsked] = useState(false)
  /** Beside the state, because two presses can come before the page is drawn again. */
  const isOnItsWay = useRef(false)
  const isMoving = isAsked || moving !== undefined
  const now = useTrainingTime(said, isRunning && !isMoving)

  /** Pressed again while it moves, it does nothing: the day would be added twice. */
  const move = async (request: ClockRequest, to: number): Promise<ClockMoved | undefined> => {
    if (isMoving || isOnItsWay.current) return undefined
    isOnItsWay.current = true
    setAsked(true)
    setMoved(undefined)
    setProblem(undefined)
    const done = await onMove(request)
    isOnItsWay.current = false
    setAsked(false)
    if (done.ok) setMoved(movedInWords(to, done.played))
    return done
  }

  const step = async (minutes: number) => {
    const done = await move({ advanceMinutes: minutes }, (now ?? 0) + minutes * MINUTE_MS)
    if (done?.ok === false) setProblem(done.problem ?? "The clock did not move.")
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
            <button
              type="button"
              className="button"
              aria-disabled={isMoving}
              onClick={() => !isMoving && setOpen("clock")}
            >
              Set time
            </button>
            <button type="button" className="button" onClick={() => setOpen("reset")}>
              Reset
            </button>
          </fieldset>
        </>
      )}
      {isMoving && moving !== undefined && said !== undefined && (
        <p className="banner-moving">
          <label htmlFor="clock-moving">
            Moving to {londonDayAndTime(Date.parse(moving.to))}: what falls due on the way is played in order
          </label>
          <progress
            id="clock-moving"
            max={Date.parse(moving.to) - Date.parse(moving.from)}
            value={Date.parse(said) - Date.parse(moving.from)}
          />
        </p>
      )}
      <div className={moved === undefined || isMoving ? "visually-hidden" : "banner-moved"}>
        <p role="status">{isMoving ? "The training clock is being moved." : moved}</p>
        {moved !== undefined && !isMoving && (
          <button type="button" className="link-button" onClick={() => setMoved(undefined)}>
            Dismiss<span className="visually-hidden">: what the clock’s move did</span>
          </button>
        )}
      </div>
      {problem !== undefined && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {open === "clock" && now !== undefined && (
        <MoveClockDialog
          now={now}
          isBusy={isMoving}
          onMove={(to) => move({ to: new Date(to).toISOString() }, to)}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === "reset" && <ResetDialog onReset={onReset} onClose={() => setOpen(undefined)} />}
    </header>
  )
}
