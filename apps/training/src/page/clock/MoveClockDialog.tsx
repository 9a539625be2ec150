import { useId, useState } from "react"
import type { ClockRequest, Done } from "../../api.ts"
import { DateTimeField } from "../fields/DateTimeField.tsx"
import { Dialog } from "../modal/Dialog.tsx"

interface MoveClockDialogProps {
  readonly now: number
  readonly onMove: (request: ClockRequest) => Promise<Done>
  readonly onClose: () => void
}

export const MoveClockDialog = ({ now, onMove, onClose }: MoveClockDialogProps) => {
  const [moment, setMoment] = useState<number | null>(now)
  const [problem, setProblem] = useState<string>()
  const id = useId()

  const move = async () => {
    if (moment === null) return setProblem("Please give a date and time.")
    const done = await onMove({ to: new Date(moment).toISOString() })
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
          <p>Reminders that fall due on the way are sent.</p>
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
          <button type="submit" className="button button-primary">
            Move the clock
          </button>
        </div>
      </form>
    </Dialog>
  )
}
