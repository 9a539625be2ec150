import type { ViewOutput } from "@slack/bolt"
import type { Explanation } from "../../handlers/explain.ts"

interface Input {
  readonly id: string
  readonly label: string
}

/** Several inputs have one label, as each question's reason has: then the input before tells which. */
const withOwnLabels = (inputs: ReadonlyArray<Input>): ReadonlyArray<Input> =>
  inputs.map(({ id, label }, place) => {
    const isShared = inputs.some((other) => other.id !== id && other.label === label)
    const before = inputs[place - 1]?.label
    return isShared && before !== undefined ? { id, label: `${label} (${before})` } : { id, label }
  })

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
  const labels = withOwnLabels(inputs).flatMap(({ id, label }) => (id in errors ? [label] : []))
  return { [first.id]: `Something further down needs correcting: ${labels.join("; ")}.` }
}

/** Where Slack is to show what is wrong; a sentence of no input goes to the first, or nobody would see it. */
export const fieldErrors = (
  view: Pick<ViewOutput, "blocks">,
  { sentence, fields }: Explanation
): Record<string, string> => {
  const inputs = inputsOf(view)
  const onForm = Object.fromEntries(Object.entries(fields).filter(([field]) => inputs.some(({ id }) => id === field)))
  const [first] = inputs
  if (first !== undefined && Object.keys(onForm).length > 0) {
    const said = { ...furtherDown(inputs, onForm), ...onForm }
    const elsewhere = new Set(Object.values(fields).filter((fault) => !Object.values(said).includes(fault)))
    const onFirst = [...elsewhere, said[first.id]].filter((fault) => fault !== undefined)
    return onFirst.length === 0 ? said : { ...said, [first.id]: onFirst.join(" ") }
  }
  return first === undefined ? {} : { [first.id]: sentence }
}
