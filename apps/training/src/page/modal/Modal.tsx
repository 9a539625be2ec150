import { type ReactNode, useEffect, useRef, useState } from "react"
import type { Done, View, ViewRequest } from "../../api.ts"
import { BlockSurface } from "../blocks/BlockSurface.tsx"
import { Blocks } from "../blocks/Blocks.tsx"
import { faultsIn, type StateValues, stateValues } from "../blocks/elementState.ts"
import { slackBlocks } from "../blocks/slackBlocks.ts"
import { Dialog } from "./Dialog.tsx"

interface ModalProps {
  readonly view: View
  readonly guide: ReactNode
  readonly chosen: StateValues
  readonly onChosen: (chosen: StateValues) => void
  readonly onSubmit: (request: ViewRequest) => Promise<Done>
  readonly onClose: (request: ViewRequest) => Promise<Done>
}

const FIRST_FIELD = ":is(input, select, textarea)"
const FIRST_FAULTY = `.field-faulty ${FIRST_FIELD}`

/** A Slack modal: its blocks, what Slack itself checks before submitting, and what the app found wrong afterwards. */
export const Modal = ({ view, guide, chosen, onChosen, onSubmit, onClose }: ModalProps) => {
  const [ownFaults, setOwnFaults] = useState<Readonly<Record<string, string>>>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const blocks = slackBlocks(view.blocks)
  const faults = ownFaults ?? view.errors ?? {}
  const faulty = Object.keys(faults).join(" ")
  const request: ViewRequest = { viewId: view.id, values: stateValues(blocks, chosen) }

  useEffect(() => {
    if (faulty !== "") form.current?.querySelector<HTMLElement>(FIRST_FAULTY)?.focus()
  }, [faulty])

  // An updated view can take away the field that had the focus; it goes to the first field of what came instead.
  useEffect(() => {
    if (document.activeElement === document.body) form.current?.querySelector<HTMLElement>(FIRST_FIELD)?.focus()
  })

  const tell = async (send: (request: ViewRequest) => Promise<Done>) => {
    if (isBusy) return
    setProblem(undefined)
    setBusy(true)
    const done = await send(request)
    setBusy(false)
    if (!done.ok) setProblem(done.problem ?? "That did not work, and the server did not say why.")
  }

  const submit = () => {
    const found = faultsIn(blocks, request.values as StateValues)
    const isFaulty = Object.keys(found).length > 0
    setOwnFaults(isFaulty ? found : undefined)
    if (!isFaulty) void tell(onSubmit)
  }

  return (
    <Dialog title={view.title} size="wide" guide={guide} onClose={() => void tell(onClose)}>
      <form
        ref={form}
        className="dialog-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <div className="dialog-body">
          {Object.keys(faults).length > 0 && (
            <p className="problem" role="alert">
              {Object.keys(faults).length === 1
                ? "One answer needs putting right."
                : `${Object.keys(faults).length} answers need putting right.`}
            </p>
          )}
          {problem !== undefined && (
            <p className="problem" role="alert">
              {problem}
            </p>
          )}
          <BlockSurface
            container={{ type: "view", viewId: view.id }}
            blocks={blocks}
            chosen={chosen}
            onChosen={onChosen}
            faults={faults}
          >
            <Blocks blocks={blocks} />
          </BlockSurface>
        </div>
        <div className="dialog-footer">
          <button type="button" className="button" aria-disabled={isBusy} onClick={() => void tell(onClose)}>
            {view.close ?? "Cancel"}
          </button>
          {view.submit !== undefined && (
            <button type="submit" className="button button-primary" aria-disabled={isBusy}>
              {view.submit}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  )
}
