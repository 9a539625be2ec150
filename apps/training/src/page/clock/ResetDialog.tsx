import { useState } from "react"
import type { Done } from "../../api.ts"
import { Dialog } from "../modal/Dialog.tsx"

interface ResetDialogProps {
  readonly onReset: () => Promise<Done>
  readonly onClose: () => void
}

export const ResetDialog = ({ onReset, onClose }: ResetDialogProps) => {
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  const reset = async () => {
    if (isBusy) return
    setBusy(true)
    const done = await onReset()
    setBusy(false)
    if (done.ok) onClose()
    else setProblem(done.problem ?? "Training was not reset.")
  }

  return (
    <Dialog role="alertdialog" title="Reset training?" onClose={onClose}>
      <div className="dialog-body">
        <p>Everything done in this training workspace is thrown away, and it begins again with its first caseload.</p>
        {problem !== undefined && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
      </div>
      <div className="dialog-footer">
        <button type="button" className="button" onClick={onClose}>
          Keep it
        </button>
        <button type="button" className="button button-danger" aria-disabled={isBusy} onClick={reset}>
          Reset training
        </button>
      </div>
    </Dialog>
  )
}
