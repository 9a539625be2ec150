import { Dialog } from "../modal/Dialog.tsx"

interface OpenDialogProps {
  readonly title: string
  readonly onOpen: () => void
  readonly onClose: () => void
}

/** A scenario has a workspace to itself, so what is there now is lost: that is asked about first. */
export const OpenDialog = ({ title, onOpen, onClose }: OpenDialogProps) => (
  <Dialog role="alertdialog" title="Open this scenario?" onClose={onClose}>
    <div className="dialog-body">
      <p>
        <strong>{title}</strong>
      </p>
      <p>Everything done in this training workspace is thrown away, and it opens as the scenario begins.</p>
    </div>
    <div className="dialog-footer">
      <button type="button" className="button" onClick={onClose}>
        Keep what is here
      </button>
      <button type="button" className="button button-danger" onClick={onOpen}>
        Open the scenario
      </button>
    </div>
  </Dialog>
)
