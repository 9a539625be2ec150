import { type ReactNode, useState } from "react"
import type { Done, View, ViewRequest } from "../../api.ts"
import type { StateValues } from "../blocks/elementState.ts"
import { Modal } from "./Modal.tsx"

interface ModalHostProps {
  readonly view: View | undefined
  /** What leads through the form, such as the step of a scenario. */
  readonly guide: ReactNode
  readonly onSubmit: (request: ViewRequest) => Promise<Done>
  readonly onClose: (request: ViewRequest) => Promise<Done>
}

/** Keeps what was filled in per view, so that a view on top of another leaves the one below as it was. */
export const ModalHost = ({ view, guide, onSubmit, onClose }: ModalHostProps) => {
  const [chosenByView, setChosenByView] = useState<Readonly<Record<string, StateValues>>>({})
  if (view === undefined) return null
  return (
    <Modal
      key={view.id}
      view={view}
      guide={guide}
      chosen={chosenByView[view.id] ?? {}}
      onChosen={(chosen) => setChosenByView((was) => ({ ...was, [view.id]: chosen }))}
      onSubmit={onSubmit}
      onClose={onClose}
    />
  )
}
