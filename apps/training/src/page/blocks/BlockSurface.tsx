import { definedFields } from "@safe-return/domain/definedFields"
import type { Confirm, KnownBlock, Option } from "@slack/types"
import { type ReactNode, useState } from "react"
import type { ActionRequest } from "../../api.ts"
import { useTrainingContext } from "../server/TrainingContext.ts"
import { ConfirmDialog } from "./ConfirmDialog.tsx"
import { type AnyElement, actionIdOf, type ElementState, type StateValues, stateValues } from "./elementState.ts"
import { type Surface, SurfaceContext } from "./surface.ts"

interface BlockSurfaceProps {
  readonly container: ActionRequest["container"]
  readonly blocks: ReadonlyArray<KnownBlock>
  readonly chosen: StateValues
  readonly onChosen: (chosen: StateValues) => void
  readonly faults?: Readonly<Record<string, string>>
  readonly children: ReactNode
}

interface PendingConfirmation {
  readonly confirm: Confirm
  readonly send: () => void
}

const withChoice = (chosen: StateValues, blockId: string, element: AnyElement, state: ElementState): StateValues => ({
  ...chosen,
  [blockId]: { ...chosen[blockId], [actionIdOf(element)]: state }
})

/** Slack counts a block element with a `confirm` as not yet clicked until the person has said yes. */
const confirmOf = (element: AnyElement): Confirm | undefined => ("confirm" in element ? element.confirm : undefined)

export const BlockSurface = ({ container, blocks, chosen, onChosen, faults = {}, children }: BlockSurfaceProps) => {
  const training = useTrainingContext()
  const [asked, setAsked] = useState<PendingConfirmation>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  const surface: Surface = {
    values: stateValues(blocks, chosen),
    faults,
    isBusy,
    choose: (blockId, element, state) => onChosen(withChoice(chosen, blockId, element, state)),
    suggest: async (blockId, element, typed) => {
      const asked = { container, blockId, actionId: actionIdOf(element), typed }
      return (await training.suggest(asked)).options as unknown as ReadonlyArray<Option>
    },
    act: (blockId, element, value, state) => {
      const next = state === undefined ? chosen : withChoice(chosen, blockId, element, state)
      const send = async () => {
        setProblem(undefined)
        setBusy(true)
        onChosen(next)
        const done = await training.act({
          container,
          blockId,
          element: { ...element },
          ...definedFields({ value }),
          values: stateValues(blocks, next)
        })
        setBusy(false)
        if (!done.ok) setProblem(done.problem ?? "That did not work, and the server did not say why.")
      }
      const confirm = confirmOf(element)
      if (confirm === undefined) void send()
      else setAsked({ confirm, send })
    }
  }

  return (
    <SurfaceContext value={surface}>
      {children}
      {problem !== undefined && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {asked !== undefined && (
        <ConfirmDialog
          confirm={asked.confirm}
          onConfirm={() => {
            setAsked(undefined)
            asked.send()
          }}
          onDeny={() => setAsked(undefined)}
        />
      )}
    </SurfaceContext>
  )
}
