import { type ReactNode, useState } from "react"
import type { Done, Workspace } from "../../api.ts"
import { Menu } from "../modal/Menu.tsx"

interface ShortcutsMenuProps {
  readonly label: string
  readonly face?: ReactNode
  readonly shortcuts: Workspace["shortcuts"]
  readonly onChoose: (callbackId: string) => Promise<Done>
}

export const ShortcutsMenu = ({ label, face, shortcuts, onChoose }: ShortcutsMenuProps) => {
  const [problem, setProblem] = useState<string>()
  if (shortcuts.length === 0) return null
  const choose = async (callbackId: string) => {
    const done = await onChoose(callbackId)
    setProblem(done.ok ? undefined : (done.problem ?? "The shortcut did not work."))
  }
  return (
    <>
      <Menu
        label={label}
        face={face}
        items={shortcuts.map(({ callbackId, name }) => ({
          key: callbackId,
          label: name,
          onChoose: () => void choose(callbackId)
        }))}
      />
      {problem !== undefined && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}
