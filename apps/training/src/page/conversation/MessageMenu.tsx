import { useTrainingContext } from "../server/TrainingContext.ts"
import { ShortcutsMenu } from "./ShortcutsMenu.tsx"

/** The app's shortcuts for one message. */
export const MessageMenu = ({ channel, ts }: { readonly channel: string; readonly ts: string }) => {
  const { workspace, shortcut } = useTrainingContext()
  return (
    <ShortcutsMenu
      label="Message shortcuts"
      face={<span aria-hidden="true">⋯</span>}
      shortcuts={workspace.messageShortcuts}
      onChoose={(callbackId) => shortcut({ callbackId, message: { channel, ts } })}
    />
  )
}
