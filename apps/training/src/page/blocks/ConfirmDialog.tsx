import type { Confirm } from "@slack/types"
import { Dialog } from "../modal/Dialog.tsx"
import { Text } from "./Text.tsx"

interface ConfirmDialogProps {
  readonly confirm: Confirm
  readonly onConfirm: () => void
  readonly onDeny: () => void
}

export const ConfirmDialog = ({ confirm, onConfirm, onDeny }: ConfirmDialogProps) => (
  <Dialog role="alertdialog" title={confirm.title?.text ?? "Are you sure?"} onClose={onDeny}>
    <div className="dialog-body">
      <Text text={confirm.text} />
    </div>
    <div className="dialog-footer">
      <button type="button" className="button" onClick={onDeny}>
        {confirm.deny?.text ?? "Cancel"}
      </button>
      <button type="button" className={`button button-${confirm.style ?? "primary"}`} onClick={onConfirm}>
        {confirm.confirm?.text ?? "Yes"}
      </button>
    </div>
  </Dialog>
)
