import type { ViewOutput } from "@slack/bolt"
import type { Explanation } from "../../handlers/explain.ts"

interface Input {
  readonly id: string
  readonly label: string
}

const inputsOf = (view: Pick<ViewOutput, "blocks">): ReadonlyArray<Input> =>
  view.blocks.flatMap((block) =>
    "label" in block && block.block_id !== undefined ? [{ id: block.block_id, label: block.label.text }] : []
  )

/** Inputs that a form shows on a small screen before anybody scrolls. */
const ON_SCREEN = 4

/** Slack leaves a form where it was scrolled to, so that a fault further down would be seen by nobody. */
const furtherDown = (inputs: ReadonlyArray<Input>, errors: Readonly<Record<string, string>>) => {
  const [first] = inputs
  const faulty = inputs.filter(({ id }) => id in errors)
  const isSeen = inputs.slice(0, ON_SCREEN).some(({ id }) => id in errors)
  if (first === undefined || faulty.length === 0 || isSeen) return {}
  return { [first.id]: `Something further down needs correcting: ${faulty.map(({ label }) => label).join("; ")}.` }
}

/** Where Slack is to show what is wrong; a sentence of no input goes to the first, or nobody would see it. */
export const fieldErrors = (
  view: Pick<ViewOutput, "blocks">,
  { sentence, fields }: Explanation
): Record<string, string> => {
  const inputs = inputsOf(view)
  const onForm = Object.fromEntries(Object.entries(fields).filter(([field]) => inputs.some(({ id }) => id === field)))
  if (Object.keys(onForm).length > 0) return { ...furtherDown(inputs, onForm), ...onForm }
  const [first] = inputs
  return first === undefined ? {} : { [first.id]: sentence }
}
