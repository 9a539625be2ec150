import { useId, useState } from "react"
import type { Done } from "../../api.ts"
import { DateTimeField } from "../fields/DateTimeField.tsx"
import { Dialog } from "../modal/Dialog.tsx"

interface MoveClockDialogProps {
  readonly now: number
  readonly isBusy: boolean
  /** Undefined when it was not asked, because the clock is moving already. */
  readonly onMove: (to: number) => Promise<Done | undefined>
  readonly onClose: () => void
}

export const MoveClockDialog = ({ now, isBusy, onMove, onClose }: MoveClockDialogProps) => {
  const [moment, setMoment] = useState<number | null>(now)
  const [problem, setProblem] = useState<string>()
  const id = useId()

  const move = async () => {
    if (moment === null) return setProblem("Please give a date and time.")
    const done = await onMove(moment)
    if (done === undefined) return
    if (done.ok) onClose()
    else setProblem(done.problem ?? "The clock did not move.")
  }

  return (
    <Dialog title="Set the training clock" onClose={onClose}>
      <form
        className="dialog-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void move()
        }}
      >
        <div className="dialog-body">
          <p>What falls due on the way is played in order, each at its own time.</p>
          <div className="field">
            <label className="field-label" htmlFor={id}>
              Date and time
            </label>
            <DateTimeField id={id} moment={moment} onMoment={setMoment} />
          </div>
          {problem !== undefined && (
            <p className="problem" role="alert">
              {problem}
            </p>
          )}
        </div>
        <div className="dialog-footer">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button button-primary" aria-disabled={isBusy}>
            Move the clock
          </button>
        </div>
      </form>
    </Dialog>
  )
}
